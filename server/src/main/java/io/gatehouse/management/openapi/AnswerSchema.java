package io.gatehouse.management.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes what the JSON mapper writes for a Java type: records by their components. */
final class AnswerSchema {
  private AnswerSchema() {}

  static ObjectNode of(Type type) {
    return of(type, List.of());
  }

  private static ObjectNode of(Type type, List<Class<?>> within) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Class<?> raw = (Class<?>) generic.getRawType();
      if (Collection.class.isAssignableFrom(raw)) {
        return Schema.listOf(of(arguments[0], within));
      }
      if (Map.class.isAssignableFrom(raw)) {
        return Schema.mapOf(of(arguments[1], within));
      }
      return raw == Optional.class || raw == Change.class
          ? of(arguments[0], within).put("nullable", true)
          : Schema.any();
    }
    return type instanceof Class<?> plain ? ofClass(plain, within) : Schema.any();
  }

  private static ObjectNode ofClass(Class<?> type, List<Class<?>> within) {
    if (within.contains(type)) {
      return Schema.of("object");
    }
    List<Class<?>> deeper = new ArrayList<>(within);
    deeper.add(type);
    if (type.isEnum() || scalar(type)) {
      return Schema.ofInput(type);
    }
    if (JsonNode.class.isAssignableFrom(type)) {
      return Schema.ofInput(type);
    }
    Type value = jsonValue(type);
    if (value != null) {
      return of(value, deeper);
    }
    if (type.isRecord()) {
      return record(type, deeper);
    }
    return CharSequence.class.isAssignableFrom(type) || type == URI.class
        ? Schema.of("string")
        : Schema.any();
  }

  private static boolean scalar(Class<?> type) {
    return type.isPrimitive() && type != void.class && type != char.class
        || List.of(
                String.class, Boolean.class, Integer.class, Long.class, Double.class, Instant.class)
            .contains(type);
  }

  private static ObjectNode record(Class<?> type, List<Class<?>> within) {
    ObjectNode schema = Schema.of("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (RecordComponent component : type.getRecordComponents()) {
      if (isHidden(component.getAccessor())) {
        continue;
      }
      ObjectNode member = of(component.getGenericType(), within);
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        properties.setAll((ObjectNode) member.path("properties"));
        required.addAll((ArrayNode) member.withArray("required"));
        continue;
      }
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean absent =
          switch (inclusion(component, type)) {
            case ALWAYS -> false;
            case NON_EMPTY -> true;
            default -> nullable;
          };
      if (nullable && !absent) {
        member.put("nullable", true);
      }
      String name = name(component);
      properties.set(name, member);
      if (!absent) {
        required.add(name);
      }
    }
    if (required.isEmpty()) {
      schema.remove("required");
    }
    return schema;
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  private static boolean isHidden(AnnotatedElement accessor) {
    JsonProperty named = accessor.getAnnotation(JsonProperty.class);
    return accessor.isAnnotationPresent(JsonIgnore.class)
        || named != null && named.access() == JsonProperty.Access.WRITE_ONLY;
  }

  /** What is left out; what the component says goes before what its record says. */
  private static JsonInclude.Include inclusion(RecordComponent component, Class<?> type) {
    JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
    if (include == null) {
      include = type.getAnnotation(JsonInclude.class);
    }
    return include == null ? JsonInclude.Include.ALWAYS : include.value();
  }

  private static @Nullable Type jsonValue(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(JsonValue.class)) {
        return method.getGenericReturnType();
      }
    }
    return null;
  }
}
