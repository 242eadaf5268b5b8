package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.json.JsonCodec;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Completes what the annotations tell with what the resources' methods accept and answer. */
public final class ApiDescription {
  private ApiDescription() {}

  /** Completes a document in place. */
  public static ObjectNode complete(ObjectNode document, Collection<Class<?>> resources) {
    document.put("openapi", "3.0.1");
    if (document.path("paths") instanceof ObjectNode paths) {
      paths.properties().removeIf(path -> !path.getKey().startsWith("/api/"));
    }
    Map<String, Method> methods = methods(resources);
    document
        .path("paths")
        .forEach(path ->
            path.forEach(operation -> {
              Method method = methods.get(operation.path("operationId").asText());
              if (method != null && operation instanceof ObjectNode object) {
                OperationDescription.complete(object, method);
              }
            }));
    ObjectNode components = document.putObject("components");
    components.putObject("schemas").set("Error", error());
    components
        .putObject("securitySchemes")
        .putObject("accessToken")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An access token for the tenant's API.");
    document.putArray("security").addObject().putArray("accessToken");
    return document;
  }

  private static Map<String, Method> methods(Collection<Class<?>> resources) {
    Map<String, Method> methods = new HashMap<>();
    for (Class<?> resource : resources) {
      for (Method method : resource.getMethods()) {
        Operation operation = method.getAnnotation(Operation.class);
        if (operation != null && !method.isBridge()) {
          methods.put(operation.operationId(), method);
        }
      }
    }
    return methods;
  }

  private static ObjectNode error() {
    ObjectNode error = Schema.of("object");
    ObjectNode members = JsonCodec.object();
    members.set("code", Schema.of("string").put("description", "For programs; never changes."));
    members.set("message", Schema.of("string").put("description", "For the reader."));
    members.set("data", Schema.any().put("description", "More, for programs."));
    members.set("details", Schema.of("string").put("description", "More, for developers."));
    error.set("properties", members);
    error.putArray("required").add("message");
    return error;
  }
}
