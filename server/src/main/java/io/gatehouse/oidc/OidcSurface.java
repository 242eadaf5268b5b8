package io.gatehouse.oidc;

import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What happens below {@code /oidc} before an endpoint is chosen: preflights, and paths that are
 * none.
 */
@Singleton
class OidcSurface {
  private static final int EARLY = 900;

  /** Every endpoint, by the path that follows {@code /oidc}, with its methods. */
  private static final Set<String> GET_AND_POST =
      Set.of("/auth", "/me", "/session/end", "/session/check", "/device", "/backchannel");

  private static final Set<String> GET =
      Set.of(
          "/jwks",
          "/.well-known/openid-configuration",
          "/.well-known/oauth-authorization-server",
          "/session/end/success",
          "/device/done",
          "/backchannel/done");

  private static final Set<String> POST =
      Set.of(
          "/token",
          "/token/introspection",
          "/token/revocation",
          "/request",
          "/reg",
          "/device/auth",
          "/bc-authorize",
          "/session/end/confirm");

  /** Of a registered client, whose id follows. */
  private static final Set<HttpMethod> REGISTERED =
      Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);

  private final OidcErrors errors;

  OidcSurface(OidcErrors errors) {
    this.errors = errors;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, EARLY);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    if (!path.startsWith("/oidc/")) {
      context.next();
    } else if (request.method() == HttpMethod.OPTIONS) {
      preflight(context);
    } else if (known(path.substring("/oidc".length()), request.method())) {
      context.next();
    } else {
      OAuthException error =
          new OAuthException(
              OAuthError.INVALID_REQUEST,
              "unrecognized route or not allowed method (" + request.method() + " on " + path + ")",
              404,
              null);
      context
          .response()
          .setStatusCode(404)
          .putHeader("Content-Type", "application/json; charset=utf-8")
          .end(JsonCodec.text(errors.body(context, error)));
    }
  }

  private static boolean known(String path, HttpMethod method) {
    if (path.startsWith("/reg/")) {
      return REGISTERED.contains(method);
    }
    boolean get = method == HttpMethod.GET || method == HttpMethod.HEAD;
    if (GET_AND_POST.contains(path)) {
      return get || method == HttpMethod.POST;
    }
    return get
        ? GET.contains(path) || path.startsWith("/auth/")
        : method == HttpMethod.POST && POST.contains(path);
  }

  /** Always allowed: which origin may read the answer is decided when the client is known. */
  private static void preflight(RoutingContext context) {
    HttpServerRequest request = context.request();
    MultiMap headers = context.response().headers();
    ClientOrigins.open(context, request.getHeader("Origin"));
    headers.set("Access-Control-Allow-Methods", "GET,POST,PUT,DELETE");
    headers.set("Access-Control-Max-Age", "3600");
    String wanted = request.getHeader("Access-Control-Request-Headers");
    if (wanted != null) {
      headers.set("Access-Control-Allow-Headers", wanted);
    }
    context.response().setStatusCode(204).end();
  }
}
