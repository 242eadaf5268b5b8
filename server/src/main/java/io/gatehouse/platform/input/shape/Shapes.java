package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a Java type; each class is looked at once. */
public final class Shapes {
  private static final ClassValue<Shape> CLASSES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return build(type);
        }
      };

  private Shapes() {}

  public static Shape of(Class<?> type) {
    return CLASSES.get(type);
  }

  /** The shape of a component or a type argument, with its annotations. */
  static Shape of(AnnotatedType type) {
    ShapedBy own = type.getAnnotation(ShapedBy.class);
    if (own != null) {
      return instance(own);
    }
    Class<?> raw = raw(type.getType());
    if (raw == String.class) {
      return TextShape.of(type);
    }
    if (raw == List.class) {
      return new ListShape(of(argument(type, 0)), Bounds.of(type));
    }
    if (raw == Map.class) {
      return new MapShape(of(argument(type, 0)), of(argument(type, 1)));
    }
    if (NumberShape.takes(raw)) {
      return NumberShape.of(raw, type);
    }
    return of(raw);
  }

  /** What an absent value of the type is reported as missing. */
  static String expected(AnnotatedType type) {
    return expected(raw(type.getType()));
  }

  private static String expected(Class<?> raw) {
    if (raw == List.class || raw == ArrayNode.class) {
      return "array";
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return "boolean";
    }
    if (NumberShape.takes(raw) || raw == Instant.class) {
      return "number";
    }
    if (raw.isEnum()) {
      return String.join(" | ", names(raw).keySet().stream().map(n -> "'" + n + "'").toList());
    }
    if (raw == String.class) {
      return "string";
    }
    RecordComponent wrapped = raw.isRecord() ? wrapped(raw) : null;
    return wrapped == null ? "object" : expected(wrapped.getType());
  }

  private static Shape build(Class<?> type) {
    ShapedBy own = type.getAnnotation(ShapedBy.class);
    if (own != null) {
      return instance(own);
    }
    if (type.isEnum()) {
      return new EnumShape(names(type), expected(type));
    }
    if (type == Boolean.class || type == boolean.class) {
      return ((Shape) Scalars::bool).describedAs(Schema.of("boolean"));
    }
    if (type == Instant.class) {
      return ((Shape) Scalars::instant)
          .describedAs(Schema.of("number").put("description", "Milliseconds since 1970."));
    }
    if (JsonNode.class.isAssignableFrom(type)) {
      return Scalars.tree(type.asSubclass(JsonNode.class));
    }
    if (NumberShape.takes(type)) {
      return new NumberShape(type, new Bounds(Long.MIN_VALUE, Long.MAX_VALUE));
    }
    if (type == String.class) {
      return TextShape.ANY;
    }
    if (type.isRecord()) {
      RecordComponent wrapped = wrapped(type);
      return wrapped == null ? new RecordShape(type) : new WrapperShape(type, wrapped);
    }
    throw new IllegalStateException("no shape for " + type);
  }

  /**
   * The only component of a record that stands for one JSON value, such as a typed id; else null.
   */
  static @Nullable RecordComponent wrapped(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
            && components[0].getAccessor().isAnnotationPresent(JsonValue.class)
        ? components[0]
        : null;
  }

  static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    throw new IllegalStateException("no shape for " + type);
  }

  /**
   * The constants of an enum by their names on the wire ({@code @JsonValue} or
   * {@code @JsonProperty}, else the constant's).
   */
  static Map<String, Object> names(Class<?> type) {
    Map<String, Object> names = new LinkedHashMap<>();
    Method value = jsonValue(type);
    if (value != null) {
      for (Object constant : type.getEnumConstants()) {
        names.put(valueOf(constant, value), constant);
      }
      return names;
    }
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      try {
        JsonProperty named = type.getField(name).getAnnotation(JsonProperty.class);
        names.put(named == null ? name : named.value(), constant);
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }
    return names;
  }

  /** The method that names the constants; like the mapper, whoever else may call it. */
  private static @Nullable Method jsonValue(Class<?> type) {
    return Stream.of(type.getDeclaredMethods(), type.getMethods())
        .flatMap(Arrays::stream)
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .findFirst()
        .orElse(null);
  }

  private static String valueOf(Object constant, Method value) {
    try {
      value.setAccessible(true);
      return String.valueOf(value.invoke(constant));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Shape instance(ShapedBy own) {
    try {
      var constructor = own.value().getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(own.value() + " needs a constructor without parameters", e);
    }
  }
}
