package io.gatehouse.platform.input.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.lang.reflect.AnnotatedType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number with its bounds; whole types refuse fractions, but take {@code 3.0}, which JSON does not
 * tell from {@code 3}.
 */
record NumberShape(Class<?> type, Bounds bounds) implements Shape {
  private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);
  private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class);
  private static final Set<Class<?>> DOUBLES = Set.of(double.class, Double.class);

  static boolean takes(Class<?> type) {
    return INTEGERS.contains(type) || LONGS.contains(type) || DOUBLES.contains(type);
  }

  static NumberShape of(Class<?> raw, AnnotatedType type) {
    return new NumberShape(raw, Bounds.ofNumber(type));
  }

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isNumber()) {
      issues.wrongType("number", node);
      return null;
    }
    double value = node.doubleValue();
    if (DOUBLES.contains(type)) {
      bounds.check("number", value, issues);
      return value;
    }
    if (value != Math.rint(value)) {
      issues.wrongType("integer", "float");
      return null;
    }
    narrowed().check("number", value, issues);
    return INTEGERS.contains(type) ? (Object) (int) value : (Object) node.longValue();
  }

  /** What the type itself can hold is a bound too; beyond 2^53 JSON numbers are not exact. */
  private Bounds narrowed() {
    long least = INTEGERS.contains(type) ? Integer.MIN_VALUE : -(1L << 53);
    long most = INTEGERS.contains(type) ? Integer.MAX_VALUE : 1L << 53;
    return new Bounds(Math.max(bounds.min(), least), Math.min(bounds.max(), most));
  }

  @Override
  public ObjectNode schema() {
    boolean whole = !DOUBLES.contains(type);
    ObjectNode schema = Schema.of(whole ? "integer" : "number");
    if (whole) {
      schema.put("format", INTEGERS.contains(type) ? "int32" : "int64");
    }
    return bounds.describe(schema, "minimum", "maximum");
  }
}
