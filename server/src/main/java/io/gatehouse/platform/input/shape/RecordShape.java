package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that becomes a record, component by component. */
final class RecordShape implements Shape {
  private final List<Member> members = new ArrayList<>();
  private final MethodHandle constructor;
  private final boolean strict;

  /** How an absent member and {@code null} are taken. */
  private enum Presence {
    REQUIRED,
    OPTIONAL,
    NULLABLE,
    CHANGE
  }

  private record Member(String name, Presence presence, Shape shape, String expected) {}

  RecordShape(Class<?> type) {
    Input input = type.getAnnotation(Input.class);
    strict = input != null && input.strict();
    RecordComponent[] components = type.getRecordComponents();
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      constructor =
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made from a request", e);
    }
    for (RecordComponent component : components) {
      members.add(member(component));
    }
  }

  private static Member member(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    String name = named == null ? component.getName() : named.value();
    AnnotatedType type = component.getAnnotatedType();
    if (component.getType() == Change.class) {
      AnnotatedType content = Shapes.argument(type, 0);
      return new Member(name, Presence.CHANGE, Shapes.of(content), Shapes.expected(content));
    }
    Presence presence =
        !type.isAnnotationPresent(Nullable.class)
            ? Presence.REQUIRED
            : type.isAnnotationPresent(NullAllowed.class) ? Presence.NULLABLE : Presence.OPTIONAL;
    return new Member(name, presence, Shapes.of(type), Shapes.expected(type));
  }

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isObject()) {
      issues.wrongType("object", node);
      return null;
    }
    int before = issues.count();
    Object[] values = new Object[members.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(members.get(i), node, issues);
    }
    if (strict) {
      refuseOthers(node, issues);
    }
    return issues.count() == before ? construct(values, issues) : null;
  }

  private static @Nullable Object read(Member member, JsonNode object, Issues issues) {
    JsonNode node = object.get(member.name());
    Issues here = issues.at(member.name());
    if (node == null) {
      if (member.presence() == Presence.REQUIRED) {
        here.wrongType(member.expected(), (JsonNode) null);
      }
      return member.presence() == Presence.CHANGE ? Change.keep() : null;
    }
    if (member.presence() == Presence.CHANGE) {
      return Change.to(node.isNull() ? null : member.shape().read(node, here));
    }
    if (node.isNull() && member.presence() == Presence.NULLABLE) {
      return null;
    }
    return member.shape().read(node, here);
  }

  private void refuseOthers(JsonNode node, Issues issues) {
    List<String> unknown = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(name -> {
          if (members.stream().noneMatch(member -> member.name().equals(name))) {
            unknown.add(name);
          }
        });
    if (!unknown.isEmpty()) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("keys", unknown);
      issues.add("unrecognized_keys", facts, "Not accepted here: " + String.join(", ", unknown));
    }
  }

  private @Nullable Object construct(@Nullable Object[] values, Issues issues) {
    try {
      return (Object) constructor.invokeExact(values);
    } catch (IllegalArgumentException e) {
      // The record's own rules: its compact constructor says what is wrong.
      issues.custom(String.valueOf(e.getMessage()));
      return null;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Schema.of("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Member member : members) {
      ObjectNode content = member.shape().schema();
      if (member.presence() == Presence.CHANGE || member.presence() == Presence.NULLABLE) {
        content.put("nullable", true);
      }
      if (member.presence() == Presence.REQUIRED) {
        required.add(member.name());
      }
      properties.set(member.name(), content);
    }
    if (required.isEmpty()) {
      schema.remove("required");
    }
    if (strict) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }
}
