package io.gatehouse.oidc.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.Credentials;
import io.gatehouse.oidc.Dpop;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.platform.http.direct.DirectRoutes;
import io.gatehouse.platform.once.Once;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.gatehouse.tenant.dpop.DpopProofs;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** {@code POST /oidc/token} over HTTP. */
@Singleton
class TokenResource {
  private final TokenEndpoint endpoint;
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final OidcErrors errors;
  private final Dpop dpop;
  private final Credentials credentials;
  private final Once once;

  TokenResource(
      TokenEndpoint endpoint,
      TenantResolver tenants,
      ClientOrigins origins,
      OidcErrors errors,
      Dpop dpop,
      Credentials credentials,
      Once once) {
    this.endpoint = endpoint;
    this.tenants = tenants;
    this.origins = origins;
    this.errors = errors;
    this.dpop = dpop;
    this.credentials = credentials;
    this.once = once;
  }

  void register(@Observes DirectRoutes routes) {
    routes.add(HttpMethod.POST, "/oidc/token", this::token, this::asksForItself);
  }

  /**
   * Whether it is an application that acts for itself: all it needs is mostly in memory. Where the
   * table decides whether an assertion or a proof is new, its signature would be checked twice.
   */
  private boolean asksForItself(RoutingContext context, byte[] body) {
    String form = new String(body, ISO_8859_1);
    return form.contains("grant_type=client_credentials")
        && (once.inMemory()
            || !(form.contains("client_assertion=")
                || context.request().headers().contains(DpopProofs.HEADER)));
  }

  private Response token(RoutingContext context, byte[] body) {
    HttpServerRequest request = context.request();
    Tenant tenant = tenants.resolve(request);
    try {
      Parameters parameters = OidcForm.read(request.getHeader("Content-Type"), body);
      parameters.refuseRepeated(Set.of("resource"));
      origins.require(context, tenant, parameters.get("client_id"));
      TokenAnswer answer = endpoint.answer(tenant, parameters, origin(context));
      // "MUST include the HTTP Cache-Control response header field with a value of no-store" [RFC
      // 6749 §5.1]
      return Response.ok(answer, "application/json").header("Cache-Control", "no-store").build();
    } catch (OAuthException e) {
      if (e.error() == OAuthError.USE_DPOP_NONCE) {
        dpop.tellNonce(context, tenant);
      }
      return errors.json(context, e);
    }
  }

  private TokenEndpoint.Origin origin(RoutingContext context) {
    HttpServerRequest request = context.request();
    return new TokenEndpoint.Origin(
        credentials.of(request),
        request.getHeader("Origin"),
        Dpop.Request.of(context),
        request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
        request.getHeader("User-Agent"));
  }
}
