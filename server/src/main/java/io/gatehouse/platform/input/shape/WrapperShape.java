package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Shape;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** One JSON value that becomes a record of its own, such as a typed id. */
final class WrapperShape implements Shape {
  private final Shape content;
  private final Constructor<?> constructor;

  WrapperShape(Class<?> type, RecordComponent component) {
    content = Shapes.of(component.getAnnotatedType());
    try {
      constructor = type.getDeclaredConstructor(component.getType());
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    int before = issues.count();
    Object value = content.read(node, issues);
    if (issues.count() > before) {
      return null;
    }
    try {
      return constructor.newInstance(value);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        issues.custom(String.valueOf(refused.getMessage()));
        return null;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ObjectNode schema() {
    return content.schema();
  }
}
