package io.gatehouse.platform.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which paths have a resource, from the resources' annotations. */
@Singleton
public final class ResourceRoutes {
  /** A part of a template that is one of a few words. */
  private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-zA-Z/|-]+)}");

  /** What may follow a path, or not. */
  private static final Pattern REST = Pattern.compile("\\{(\\w+):\\(/\\.\\*\\)\\?}$");

  private final BeanManager beans;
  private volatile @Nullable RouteTable known;

  ResourceRoutes(BeanManager beans) {
    this.beans = beans;
  }

  /** Whether a resource has this path, by any method. */
  public boolean has(String path) {
    return match(path) != null;
  }

  /** Whether a resource with this path answers this method. */
  public boolean takes(String path, io.vertx.core.http.HttpMethod method) {
    RouteTable.Match match = match(path);
    return match != null && match.takes(method);
  }

  RouteTable.@Nullable Match match(String path) {
    return table().match(path);
  }

  /** Made with the first request that asks: a start does not wait for it. */
  private RouteTable table() {
    RouteTable table = known;
    if (table == null) {
      table = read();
      known = table;
    }
    return table;
  }

  private RouteTable read() {
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
        spelled(("/" + template).replaceAll("/+", "/"))
            .forEach(each -> routes.add(each, http.value()));
      }
    }
  }

  /**
   * The template with each of the words that a part of it may be, without and with what may follow.
   */
  private static Stream<String> spelled(String template) {
    Matcher rest = REST.matcher(template);
    if (rest.find()) {
      String path = template.substring(0, rest.start());
      return Stream.of(path, path + "/{" + rest.group(1) + ":.*}").flatMap(ResourceRoutes::spelled);
    }
    Matcher choice = CHOICE.matcher(template);
    if (!choice.find()) {
      return Stream.of(template);
    }
    String before = template.substring(0, choice.start());
    String after = template.substring(choice.end());
    return List.of(choice.group(1).split("\\|")).stream()
        .flatMap(word -> spelled(before + word + after));
  }
}
