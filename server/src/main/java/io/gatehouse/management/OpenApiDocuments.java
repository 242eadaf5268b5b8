package io.gatehouse.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.management.openapi.ApiDescription;
import io.gatehouse.management.openapi.BuiltDescription;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI descriptions of the APIs, made from the resources themselves: one of everything, and
 * one an audience.
 */
@Singleton
class OpenApiDocuments {
  private static final List<String> EXPERIENCE = List.of("/api/experience", "/api/interaction");
  private static final List<String> USER = List.of("/api/my-account", "/api/verifications");

  private final BeanManager beans;
  private volatile @Nullable ObjectNode whole;

  OpenApiDocuments(BeanManager beans) {
    this.beans = beans;
  }

  ObjectNode everything() {
    ObjectNode known = whole;
    if (known == null) {
      known = read();
      whole = known;
    }
    return known;
  }

  ObjectNode management() {
    return part("Gatehouse Management API", path -> !isOf(EXPERIENCE, path) && !isOf(USER, path));
  }

  ObjectNode experience() {
    return part("Gatehouse Experience API", path -> isOf(EXPERIENCE, path));
  }

  ObjectNode user() {
    return part("Gatehouse Account API", path -> isOf(USER, path));
  }

  private static boolean isOf(List<String> prefixes, String path) {
    return prefixes.stream().anyMatch(path::startsWith);
  }

  private ObjectNode part(String title, Predicate<String> wanted) {
    ObjectNode part = everything().deepCopy();
    part.putObject("info").put("title", title).put("version", version());
    ObjectNode paths = part.putObject("paths");
    everything()
        .path("paths")
        .properties()
        .forEach(path -> {
          if (wanted.test(path.getKey())) {
            paths.set(path.getKey(), path.getValue());
          }
        });
    return part;
  }

  private ObjectNode read() {
    ObjectNode document = BuiltDescription.read();
    document.putObject("info").put("title", "Gatehouse APIs").put("version", version());
    return ApiDescription.complete(document, resources());
  }

  private Set<Class<?>> resources() {
    Set<Class<?>> resources = new HashSet<>();
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
        resources.add(bean.getBeanClass());
      }
    }
    return resources;
  }

  private static String version() {
    String version = OpenApiDocuments.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
