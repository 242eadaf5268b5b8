package io.gatehouse.oidc.token;

import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST /oidc/token} over HTTP. */
@Path("/oidc/token")
@RunOnVirtualThread
class TokenResource {
  private final TokenEndpoint endpoint;
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final OidcErrors errors;

  TokenResource(
      TokenEndpoint endpoint, TenantResolver tenants, ClientOrigins origins, OidcErrors errors) {
    this.endpoint = endpoint;
    this.tenants = tenants;
    this.origins = origins;
    this.errors = errors;
  }

  @POST
  public Response token(@Context RoutingContext context, byte[] body) {
    HttpServerRequest request = context.request();
    Tenant tenant = tenants.resolve(request);
    try {
      Parameters parameters = OidcForm.read(request.getHeader("Content-Type"), body);
      parameters.refuseRepeated(java.util.Set.of("resource"));
      origins.require(context, tenant, parameters.get("client_id"));
      TokenAnswer answer = endpoint.answer(tenant, parameters, origin(request));
      // "MUST include the HTTP Cache-Control response header field with a value of no-store" [RFC
      // 6749 §5.1]
      return Response.ok(answer, "application/json").header("Cache-Control", "no-store").build();
    } catch (OAuthException e) {
      return errors.json(context, e);
    }
  }

  private static TokenEndpoint.Origin origin(HttpServerRequest request) {
    return new TokenEndpoint.Origin(
        request.getHeader("Authorization"),
        request.getHeader("Origin"),
        request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
        request.getHeader("User-Agent"));
  }
}
