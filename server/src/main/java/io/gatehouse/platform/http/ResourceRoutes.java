package io.gatehouse.platform.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/** Reads the resources' annotations into a {@link RouteTable}. */
final class ResourceRoutes {
  private ResourceRoutes() {}

  static RouteTable of(BeanManager beans) {
    RouteTable routes = new RouteTable();
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path path = bean.getBeanClass().getAnnotation(Path.class);
      if (path != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          add(routes, path.value(), method);
        }
      }
    }
    return routes;
  }

  private static void add(RouteTable routes, String base, Method method) {
    Path path = method.getAnnotation(Path.class);
    String template = path == null ? base : base + "/" + path.value();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (http != null) {
        routes.add(("/" + template).replaceAll("/+", "/"), http.value());
      }
    }
  }
}
