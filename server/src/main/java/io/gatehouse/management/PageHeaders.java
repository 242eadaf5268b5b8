package io.gatehouse.management;

import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code Total-Number}, and one {@code Link} line for each of the pages first, prev, last and next.
 *
 * <p>The links lack the path's {@code /api}: published clients know them so.
 */
final class PageHeaders {
  private PageHeaders() {}

  static void put(RoutingContext context, Tenant tenant, Page page, long total) {
    context.response().putHeader("Total-Number", Long.toString(total));
    context.response().putHeader("Link", (Iterable<String>) links(context, tenant, page, total));
  }

  /** When rows were only counted up to {@code total}: nobody knows the last page. */
  static void putCapped(RoutingContext context, Tenant tenant, Page page, long total) {
    Query query = Query.of(context.request());
    context.response().putHeader("Total-Number", Long.toString(total));
    context.response().putHeader("Total-Number-Is-Capped", "true");
    context
        .response()
        .putHeader("Link", (Iterable<String>) before(base(context, tenant), query, page));
  }

  private static List<String> links(RoutingContext context, Tenant tenant, Page page, long total) {
    String base = base(context, tenant);
    Query query = Query.of(context.request());
    long last = page.last(total);
    List<String> links = before(base, query, page);
    links.add(link(base, query, last, "last"));
    if (page.number() < last) {
      links.add(link(base, query, page.number() + 1, "next"));
    }
    return links;
  }

  private static List<String> before(String base, Query query, Page page) {
    List<String> links = new ArrayList<>();
    links.add(link(base, query, 1, "first"));
    if (page.number() > 1) {
      links.add(link(base, query, page.number() - 1, "prev"));
    }
    return links;
  }

  private static String base(RoutingContext context, Tenant tenant) {
    return tenant.endpoint() + path(context.request().path());
  }

  private static String link(String base, Query query, long number, String relation) {
    Map<String, String> parameters = new LinkedHashMap<>();
    query.parameters().forEach(p -> parameters.merge(p.name(), p.value(), (a, b) -> a + "," + b));
    parameters.put("page", Long.toString(number));
    StringBuilder form = new StringBuilder();
    parameters.forEach((name, value) ->
        form.append(form.isEmpty() ? "" : "&")
            .append(encode(name))
            .append('=')
            .append(encode(value)));
    return "<" + base + "?" + form + ">; rel=\"" + relation + "\"";
  }

  private static String path(String path) {
    return path.startsWith("/api/") ? path.substring("/api".length()) : path;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
