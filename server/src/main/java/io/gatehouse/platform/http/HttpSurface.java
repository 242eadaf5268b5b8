package io.gatehouse.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What happens to every request before a resource is chosen, and to every answer before its headers
 * leave.
 */
@Singleton
final class HttpSurface {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final int FIRST = 1000;

  private final OriginPolicy origins;

  HttpSurface(OriginPolicy origins) {
    this.origins = origins;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, FIRST);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    boolean api = ApiPath.isApi(request.path());
    context.addHeadersEndHandler(ignored -> finish(context, api));
    if (!METHODS.contains(request.method().name())) {
      // RFC 9110 §15.6.2: the server does not recognize the request method.
      response
          .setStatusCode(501)
          .putHeader("Content-Type", "text/plain; charset=utf-8")
          .end("Not Implemented");
      return;
    }
    if (api && origins.answersPreflight(context)) {
      return;
    }
    context.next();
  }

  private void finish(RoutingContext context, boolean api) {
    MultiMap headers = context.response().headers();
    headers.set(RequestId.HEADER, RequestId.of(context));
    String type = headers.get("Content-Type");
    if (type != null && type.startsWith("application/json")) {
      headers.set("Content-Type", "application/json; charset=utf-8");
    } else if (type != null && type.equalsIgnoreCase("text/plain;charset=utf-8")) {
      headers.set("Content-Type", "text/plain; charset=utf-8");
    }
    if (api) {
      SecurityHeaders.ofApi(headers, origins.isHttps(context));
      headers.set("Vary", "Accept-Encoding, Origin");
      origins.mark(context);
    }
  }
}
