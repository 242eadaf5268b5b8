package io.gatehouse.oidc.revocation;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.oidc.ClientCalls;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.TokenForm;
import io.gatehouse.oidc.revocation.RevocationStore.Revoked;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.tenant.Tenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/**
 * {@code POST /oidc/token/revocation}. "Invalid tokens do not cause an error response."
 *
 * <p>Source: [RFC 7009 §2](https://www.rfc-editor.org/rfc/rfc7009#section-2)
 */
@Path("/oidc/token/revocation")
@RunOnVirtualThread
class RevocationResource {
  private final RevocationStore store;
  private final Logs logs;
  private final ClientCalls calls;
  private final InstantSource clock;

  RevocationResource(RevocationStore store, Logs logs, ClientCalls calls, InstantSource clock) {
    this.store = store;
    this.logs = logs;
    this.calls = calls;
    this.clock = clock;
  }

  @POST
  public Response revoke(@Context RoutingContext context, byte[] body) {
    return calls.answer(
        context,
        body,
        call -> {
          revoke(call.tenant(), call.client(), TokenForm.opaqueToken(call.parameters()));
          return Response.ok().header("Cache-Control", "no-store").build();
        });
  }

  private void revoke(Tenant tenant, Client caller, String token) {
    Revoked revoked = store.revoke(tenant.id(), token, caller.id(), clock.instant()).orElse(null);
    if (revoked == null) {
      return;
    }
    if (!revoked.own() && caller.confidential()) {
      // "verifies whether the token was issued to the client making the revocation request" [RFC
      // 7009 §2.1]
      throw OAuthError.INVALID_REQUEST.because("this token does not belong to you");
    }
    if (revoked.own()) {
      logs.append(tenant.id(), LogEntry.of("RevokeToken").by(revoked.userId(), caller.id(), null));
    }
  }
}
