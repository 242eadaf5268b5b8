package io.gatehouse.platform.http;

import io.gatehouse.platform.config.Settings;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which other origins' scripts may read the APIs' answers: the admin endpoint's (the Console), and
 * for self-service any. An origin that may not is served without the headers, and its browser keeps
 * the answer from it.
 */
@Singleton
public class OriginPolicy {
  private final Set<String> allowed;
  private final boolean https;

  OriginPolicy(Settings settings) {
    this.allowed = Set.of(originOf(settings.adminEndpoint()));
    URI endpoint = settings.endpoint();
    this.https = "https".equals(endpoint.getScheme()) && !"localhost".equals(endpoint.getHost());
  }

  /**
   * The origin of an endpoint, as browsers write it: scheme, host and a port that is not the
   * scheme's own.
   */
  public static String originOf(URI endpoint) {
    int port = endpoint.getPort();
    boolean usual =
        port < 0
            || (port == 443 && "https".equals(endpoint.getScheme()))
            || (port == 80 && "http".equals(endpoint.getScheme()));
    return endpoint.getScheme() + "://" + endpoint.getHost() + (usual ? "" : ":" + port);
  }

  /** Whether the server is reached over TLS, at a name that is not this machine's own. */
  boolean isHttps() {
    return https;
  }

  /** Answers a preflight of an origin that may; any other falls through to the plain OPTIONS. */
  boolean answersPreflight(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!request.method().equals(HttpMethod.OPTIONS)
        || request.getHeader("Access-Control-Request-Method") == null
        || allowedOrigin(request) == null) {
      return false;
    }
    MultiMap headers = context.response().headers();
    headers.set("Access-Control-Allow-Methods", "GET,HEAD,PUT,POST,DELETE,PATCH");
    String wanted = request.getHeader("Access-Control-Request-Headers");
    if (wanted != null) {
      headers.set("Access-Control-Allow-Headers", wanted);
    }
    context.response().setStatusCode(204).end();
    return true;
  }

  /** Puts the headers on an answer, where its reader may have them. */
  void mark(RoutingContext context) {
    String origin = allowedOrigin(context.request());
    if (origin == null
        && context.request().getHeader("Origin") == null
        && isSelfService(context.request())) {
      origin = "*";
    }
    if (origin != null) {
      context.response().headers().set("Access-Control-Allow-Origin", origin);
      context.response().headers().set("Access-Control-Expose-Headers", "*");
    }
  }

  private @Nullable String allowedOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return null;
    }
    return isSelfService(request) || allowed.contains(origin) ? origin : null;
  }

  private static boolean isSelfService(HttpServerRequest request) {
    return request.path().startsWith("/api/my-account")
        || request.path().startsWith("/api/verifications");
  }
}
