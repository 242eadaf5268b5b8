package io.gatehouse.platform.http;

import io.gatehouse.platform.config.Closing;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.jboss.logging.MDC;

/**
 * What happens to every request before a resource is chosen, and to every answer before its headers
 * leave.
 */
@Singleton
final class HttpSurface {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final int FIRST = 1000;

  private static final String SPELLED = HttpSurface.class.getName();

  private final OriginPolicy origins;
  private final ResourceRoutes routes;
  private final InstantSource clock;
  private final Closing closing;
  private final AnswerDate date = new AnswerDate();

  HttpSurface(OriginPolicy origins, ResourceRoutes routes, InstantSource clock, Closing closing) {
    this.origins = origins;
    this.closing = closing;
    this.routes = routes;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, FIRST);
  }

  private void handle(RoutingContext context) {
    if (context.get(SPELLED) != null) {
      context.next();
      return;
    }
    boolean api = ApiPath.isApi(context.request().path());
    MDC.put("request", RequestId.of(context));
    context.addHeadersEndHandler(ignored -> finish(context, api));
    if (closing.hasBegun()) {
      // Those under way are finished; to take more would have the end wait for them too.
      context.response().putHeader("Retry-After", "1");
      answer(context, 503, "Service Unavailable");
    } else if (!METHODS.contains(context.request().method().name())) {
      // RFC 9110 §15.6.2: the server does not recognize the request method.
      answer(context, 501, "Not Implemented");
    } else if (!api) {
      context.next();
    } else if (!origins.answersPreflight(context)) {
      route(context);
    }
  }

  /** Answers what no resource has; spells the path as its resource does. */
  private void route(RoutingContext context) {
    String path = context.normalizedPath();
    RouteTable.Match match = routes.match(path);
    if (match == null) {
      answer(context, 404, "Not Found");
      return;
    }
    HttpMethod method = context.request().method();
    if (!match.takes(method)) {
      context.response().putHeader("Allow", match.allowed());
      if (method.equals(HttpMethod.OPTIONS)) {
        context.response().setStatusCode(200).end();
      } else {
        // RFC 9110 §15.5.6: an Allow field with the methods that the target has.
        answer(context, 405, "Method Not Allowed");
      }
    } else if (match.path().equals(path)) {
      context.next();
    } else {
      context.put(SPELLED, path);
      String query = context.request().query();
      context.reroute(query == null ? match.path() : match.path() + "?" + query);
    }
  }

  private static void answer(RoutingContext context, int status, String text) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(text);
  }

  /** Once the answer is made, before its headers leave. */
  private void finish(RoutingContext context, boolean api) {
    MultiMap headers = context.response().headers();
    headers.set(RequestId.HEADER, RequestId.of(context));
    headers.set("Date", date.at(clock.instant()));
    String type = headers.get("Content-Type");
    if (type != null && type.startsWith("application/json")) {
      headers.set("Content-Type", "application/json; charset=utf-8");
    } else if (type != null && type.equalsIgnoreCase("text/plain;charset=utf-8")) {
      headers.set("Content-Type", "text/plain; charset=utf-8");
    }
    if (context.get(JsonWriter.KNOWN) != null) {
      context.response().setStatusCode(304);
      headers.remove("Content-Type");
    }
    if (context.get(JsonWriter.SHORT) != null) {
      headers.set("Content-Encoding", "identity");
    }
    if (!ApiPath.answersJson(context.request().path())) {
      SecurityHeaders.ofPage(headers, origins.isHttps());
      headers.set("Vary", "Accept-Encoding");
    } else {
      SecurityHeaders.ofApi(headers, origins.isHttps());
      headers.set("Vary", "Accept-Encoding, Origin");
    }
    if (api) {
      origins.mark(context);
    }
  }
}
