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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final String PUSHED = "/request";

  private static final Set<String> POST =
      Set.of(
          "/token",
          "/token/introspection",
          "/token/revocation",
          PUSHED,
          "/reg",
          "/device/auth",
          "/bc-authorize",
          "/session/end/confirm");

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
    } else {
      String endpoint = path.substring("/oidc".length());
      List<HttpMethod> methods = methods(endpoint);
      if (methods.contains(request.method())) {
        context.next();
      } else {
        refuse(context, endpoint, methods);
      }
    }
  }

  /** None for a path that is no endpoint. */
  private static List<HttpMethod> methods(String path) {
    if (path.startsWith("/reg/")) {
      return List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);
    }
    if (GET_AND_POST.contains(path)) {
      return List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);
    }
    if (GET.contains(path) || (path.startsWith("/auth/") && path.length() > "/auth/".length())) {
      return List.of(HttpMethod.GET, HttpMethod.HEAD);
    }
    return POST.contains(path) ? List.of(HttpMethod.POST) : List.of();
  }

  /**
   * A wrong method is answered like a path that is none, as clients of the Logto convention know
   * it, and told the right ones; but "if the request did not use the POST method, the authorization
   * server responds with an HTTP 405" [RFC 9126 §2.3].
   */
  private void refuse(RoutingContext context, String endpoint, List<HttpMethod> methods) {
    HttpServerRequest request = context.request();
    OAuthException error =
        new OAuthException(
            OAuthError.INVALID_REQUEST,
            "unrecognized route or not allowed method (%s on %s)"
                .formatted(request.method(), request.path()),
            endpoint.equals(PUSHED) ? 405 : 404,
            null);
    if (!methods.isEmpty()) {
      // "MAY do so in any other response" [RFC 9110 §10.2.1]
      String names = methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
      context.response().putHeader("Allow", names);
    }
    context
        .response()
        .setStatusCode(error.status())
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(JsonCodec.text(errors.body(context, error)));
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
