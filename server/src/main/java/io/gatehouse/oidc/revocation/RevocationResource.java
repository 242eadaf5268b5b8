package io.gatehouse.oidc.revocation;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.Credentials;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientAuthentication;
import io.gatehouse.oidc.client.TokenForm;
import io.gatehouse.oidc.revocation.RevocationStore.Revoked;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
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
  private final ClientAuthentication authentication;
  private final Credentials credentials;
  private final RevocationStore store;
  private final Logs logs;
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final OidcErrors errors;
  private final InstantSource clock;

  RevocationResource(
      ClientAuthentication authentication,
      Credentials credentials,
      RevocationStore store,
      Logs logs,
      TenantResolver tenants,
      ClientOrigins origins,
      OidcErrors errors,
      InstantSource clock) {
    this.authentication = authentication;
    this.credentials = credentials;
    this.store = store;
    this.logs = logs;
    this.tenants = tenants;
    this.origins = origins;
    this.errors = errors;
    this.clock = clock;
  }

  @POST
  public Response revoke(@Context RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    try {
      Parameters parameters = OidcForm.read(context.request().getHeader("Content-Type"), body);
      origins.require(context, tenant, parameters.get("client_id"));
      Client caller =
          authentication
              .authenticate(tenant, credentials.of(context.request()), parameters)
              .client();
      revoke(tenant, caller, TokenForm.opaqueToken(parameters));
      return Response.ok().header("Cache-Control", "no-store").build();
    } catch (OAuthException e) {
      return errors.json(context, e);
    }
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
