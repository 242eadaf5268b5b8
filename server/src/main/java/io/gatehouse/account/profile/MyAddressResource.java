package io.gatehouse.account.profile;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.user.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own e-mail address and phone number, over HTTP. */
@Path("/api/my-account")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MyAddressResource {
  private final OwnAccount account;
  private final AccountCall call;

  MyAddressResource(OwnAccount account, AccountCall call) {
    this.account = account;
    this.call = call;
  }

  @POST
  @Path("/primary-email")
  @Operation(
      operationId = "UpdatePrimaryEmail",
      summary = "Have an e-mail address that one has proved")
  public void setEmail(AccountInputs.Email input) {
    call.gate().proved().edits(Part.EMAIL).scope400(AccountScopes.EMAIL).firstParty();
    account.setAddress(
        call, Identifier.email(input.email()), input.newIdentifierVerificationRecordId());
  }

  @DELETE
  @Path("/primary-email")
  @APIResponse(responseCode = "400", description = "There is no other way to sign in.")
  @Operation(operationId = "DeletePrimaryEmail", summary = "Give one's e-mail address up")
  public void removeEmail() {
    call.gate().proved().edits(Part.EMAIL).scope400(AccountScopes.EMAIL).firstParty();
    account.removeAddress(call, IdentifierType.EMAIL);
  }

  @POST
  @Path("/primary-phone")
  @Operation(
      operationId = "UpdatePrimaryPhone",
      summary = "Have a phone number that one has proved")
  public void setPhone(AccountInputs.Phone input) {
    call.gate().proved().edits(Part.PHONE).scope400(AccountScopes.PHONE).firstParty();
    account.setAddress(
        call, Identifier.phone(input.phone()), input.newIdentifierVerificationRecordId());
  }

  @DELETE
  @Path("/primary-phone")
  @APIResponse(responseCode = "400", description = "There is no other way to sign in.")
  @Operation(operationId = "DeletePrimaryPhone", summary = "Give one's phone number up")
  public void removePhone() {
    call.gate().proved().edits(Part.PHONE).scope400(AccountScopes.PHONE).firstParty();
    account.removeAddress(call, IdentifierType.PHONE);
  }
}
