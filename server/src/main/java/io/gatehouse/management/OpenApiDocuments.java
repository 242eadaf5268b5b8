package io.gatehouse.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI descriptions of the APIs, made from the resources themselves: one of everything, and
 * one an audience.
 */
@Singleton
class OpenApiDocuments {
  private static final List<String> EXPERIENCE = List.of("/api/experience", "/api/interaction");
  private static final List<String> USER = List.of("/api/my-account", "/api/verifications");

  private final OpenApiDocumentService service;
  private final BeanManager beans;
  private volatile @Nullable ObjectNode whole;

  OpenApiDocuments(OpenApiDocumentService service, BeanManager beans) {
    this.service = service;
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
    ObjectNode document;
    try {
      byte[] json = service.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
      document = (ObjectNode) JsonCodec.mapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    document.putObject("info").put("title", "Gatehouse APIs").put("version", version());
    Map<String, Paged> lists = lists();
    document
        .path("paths")
        .forEach(path -> path.forEach(operation -> addParameters(operation, lists)));
    return document;
  }

  private static void addParameters(JsonNode operation, Map<String, Paged> lists) {
    Paged paged = lists.get(operation.path("operationId").asText());
    if (paged == null || !(operation instanceof ObjectNode object)) {
      return;
    }
    ArrayNode parameters = object.withArray("parameters");
    number(parameters, "page", "The page, counted from 1.", 1);
    number(parameters, "page_size", "Rows of a page, at most 100.", 20);
    if (paged.searchable()) {
      parameters
          .addObject()
          .put("name", "search_params")
          .put("in", "query")
          .put(
              "description",
              "What is searched: search, search.<field>, mode, joint, isCaseSensitive.")
          .put("explode", true)
          .putObject("schema")
          .put("type", "object")
          .putObject("additionalProperties")
          .put("type", "string");
    }
  }

  private static void number(ArrayNode parameters, String name, String about, int standard) {
    parameters
        .addObject()
        .put("name", name)
        .put("in", "query")
        .put("description", about)
        .putObject("schema")
        .put("type", "integer")
        .put("minimum", 1)
        .put("default", standard);
  }

  private Map<String, Paged> lists() {
    Map<String, Paged> lists = new HashMap<>();
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
        for (Method method : bean.getBeanClass().getMethods()) {
          Paged paged = method.getAnnotation(Paged.class);
          Operation operation = method.getAnnotation(Operation.class);
          if (paged != null && operation != null) {
            lists.put(operation.operationId(), paged);
          }
        }
      }
    }
    return lists;
  }

  private static String version() {
    String version = OpenApiDocuments.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
