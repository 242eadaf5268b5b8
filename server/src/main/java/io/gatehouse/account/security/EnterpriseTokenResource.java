package io.gatehouse.account.security;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.enterprise.tokenset.ProviderAccess;
import io.gatehouse.enterprise.tokenset.SsoAccesses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tokens of an enterprise's provider that are kept for oneself, over HTTP. */
@Path("/api/my-account/sso-identities/{connectorId}/access-token")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class EnterpriseTokenResource {
  private final SsoAccesses accesses;
  private final AccountCall call;

  EnterpriseTokenResource(SsoAccesses accesses, AccountCall call) {
    this.accesses = accesses;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetEnterpriseSsoIdentityAccessToken",
      summary = "Read the access token of an enterprise's provider")
  public ProviderAccess get(@PathParam("connectorId") String connectorId) {
    call.gate().scope403(AccountScopes.IDENTITIES);
    return accesses.of(call.tenant(), call.userId(), connectorId);
  }
}
