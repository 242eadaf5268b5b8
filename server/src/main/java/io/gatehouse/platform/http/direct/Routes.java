package io.gatehouse.platform.http.direct;

import io.gatehouse.platform.http.direct.DirectRoutes.Route;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a route by the whole path; as everywhere, a slash at the end makes no difference. */
final class Routes {
  /** Ends the path of a route that takes any last part. */
  static final String ANY = "/*";

  private final Map<String, Map<HttpMethod, Route>> routes = new HashMap<>();

  /** A GET answers HEAD too. */
  void add(HttpMethod method, String path, Route route) {
    Map<HttpMethod, Route> methods = routes.computeIfAbsent(path, p -> new HashMap<>());
    methods.put(method, route);
    if (method.equals(HttpMethod.GET)) {
      methods.put(HttpMethod.HEAD, route);
    }
  }

  @Nullable Route find(HttpMethod method, String asked) {
    boolean slashed = asked.length() > 1 && asked.endsWith("/");
    String path = slashed ? asked.substring(0, asked.length() - 1) : asked;
    Map<HttpMethod, Route> methods = routes.get(path);
    if (methods == null) {
      methods = routes.get(path.substring(0, Math.max(0, path.lastIndexOf('/'))) + ANY);
    }
    return methods == null ? null : methods.get(method);
  }
}
