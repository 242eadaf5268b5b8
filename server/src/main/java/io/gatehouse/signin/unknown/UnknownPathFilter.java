package io.gatehouse.signin.unknown;

import io.gatehouse.platform.http.ResourceRoutes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Leads browsers on that open an address without a page. Whoever does not read pages, and whoever
 * sends something, is answered as ever.
 */
@Singleton
class UnknownPathFilter {
  /** After everything that answers a path, but the resources. */
  private static final int AFTER_PAGES = 500;

  private final ResourceRoutes routes;

  UnknownPathFilter(ResourceRoutes routes) {
    this.routes = routes;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, AFTER_PAGES);
  }

  private void handle(RoutingContext context) {
    String path = context.normalizedPath();
    if (!readsPages(context.request()) || path.startsWith("/oidc/") || takesGet(path)) {
      context.next();
      return;
    }
    String page = FormPaths.page(path);
    if (routes.has(path) && takesGet(page)) {
      context.response().setStatusCode(303).putHeader("Location", at(context, page)).end();
    } else if (routes.has(path)) {
      context.next();
    } else {
      context.reroute(at(context, NotFoundPage.PATH));
    }
  }

  private boolean takesGet(String path) {
    return routes.takes(path, HttpMethod.GET);
  }

  private static boolean readsPages(HttpServerRequest request) {
    String accepted = request.getHeader("Accept");
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return reads && accepted != null && accepted.contains("text/html");
  }

  /** The path with what follows it in the address at hand. */
  private static String at(RoutingContext context, String path) {
    String query = context.request().query();
    return query == null ? path : path + "?" + query;
  }
}
