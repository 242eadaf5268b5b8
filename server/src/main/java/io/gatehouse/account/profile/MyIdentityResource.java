package io.gatehouse.account.profile;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own accounts at social providers, over HTTP. */
@Path("/api/my-account/identities")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MyIdentityResource {
  private final OwnIdentities identities;
  private final AccountCall call;

  MyIdentityResource(OwnIdentities identities, AccountCall call) {
    this.identities = identities;
    this.call = call;
  }

  @POST
  @Operation(
      operationId = "AddUserIdentities",
      summary = "Link an account at a provider that one has none of yet")
  public void add(AccountInputs.Identity input) {
    mayLink();
    identities.link(call, input.newIdentifierVerificationRecordId(), false);
  }

  @PUT
  @Operation(
      operationId = "ReplaceMyAccountIdentity",
      summary = "Link an account at a provider in the place of the one before")
  public void replace(AccountInputs.Identity input) {
    mayLink();
    identities.link(call, input.newIdentifierVerificationRecordId(), true);
  }

  private void mayLink() {
    call.gate()
        .edits(Part.SOCIAL)
        .scope401(AccountScopes.IDENTITIES)
        .firstParty()
        .provedWherePossible();
  }

  @DELETE
  @Path("/{target}")
  @Operation(operationId = "DeleteIdentity", summary = "Unlink an account at a provider")
  public void remove(@PathParam("target") String target) {
    call.gate()
        .edits(Part.SOCIAL)
        .scope400(AccountScopes.IDENTITIES)
        .firstParty()
        .provedWherePossible();
    identities.unlink(call, target);
  }
}
