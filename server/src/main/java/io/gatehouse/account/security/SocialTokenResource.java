package io.gatehouse.account.security;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.connector.tokenset.ProviderAccesses;
import io.gatehouse.enterprise.tokenset.ProviderAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tokens of a social provider that are kept for oneself, over HTTP. */
@Path("/api/my-account/identities/{target}/access-token")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class SocialTokenResource {
  private final ProviderAccesses accesses;
  private final ProviderTokens tokens;
  private final AccountCall call;

  SocialTokenResource(ProviderAccesses accesses, ProviderTokens tokens, AccountCall call) {
    this.accesses = accesses;
    this.tokens = tokens;
    this.call = call;
  }

  @GET
  @APIResponse(responseCode = "422", description = "The connector keeps no tokens any more.")
  @Operation(
      operationId = "GetSocialIdentityAccessToken",
      summary = "Read the access token of a social provider")
  public ProviderAccess get(@PathParam("target") String target) {
    call.gate().scope403(AccountScopes.IDENTITIES);
    return accesses.of(call.tenant(), call.userId(), target);
  }

  @PUT
  @Operation(
      operationId = "UpdateSocialIdentityAccessTokenByVerificationId",
      summary = "Bring the access token of a social provider anew")
  public ProviderAccess renew(@PathParam("target") String target, VaultInputs.Proof input) {
    call.gate().scope403(AccountScopes.IDENTITIES);
    tokens.keep(call, target, input.verificationRecordId());
    return accesses.of(call.tenant(), call.userId(), target);
  }
}
