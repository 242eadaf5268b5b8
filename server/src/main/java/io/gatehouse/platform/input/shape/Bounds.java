package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedType;

/** The least and the greatest that is accepted: a length, a count or a number. */
record Bounds(long min, long max) {

  /** From {@code @Size}; without it any length goes. */
  static Bounds of(AnnotatedType type) {
    Size size = type.getAnnotation(Size.class);
    return size == null ? new Bounds(0, Integer.MAX_VALUE) : new Bounds(size.min(), size.max());
  }

  /** From {@code @Min} and {@code @Max}. */
  static Bounds ofNumber(AnnotatedType type) {
    Min min = type.getAnnotation(Min.class);
    Max max = type.getAnnotation(Max.class);
    return new Bounds(
        min == null ? Long.MIN_VALUE : min.value(), max == null ? Long.MAX_VALUE : max.value());
  }

  void check(String kind, double value, Issues issues) {
    if (value < min) {
      issues.tooSmall(kind, min);
    } else if (value > max) {
      issues.tooBig(kind, max);
    }
  }

  /** Writes into a schema what bounds there are. */
  ObjectNode describe(ObjectNode schema, String least, String most) {
    boolean counts = !least.equals("minimum");
    if (counts ? min > 0 : min > Long.MIN_VALUE) {
      schema.put(least, min);
    }
    if (counts ? max < Integer.MAX_VALUE : max < Long.MAX_VALUE) {
      schema.put(most, max);
    }
    return schema;
  }
}
