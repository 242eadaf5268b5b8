package io.gatehouse.platform.input;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a PATCH says about one nullable member: leave it, clear it ({@code null}), or set it.
 *
 * <p>{@code Optional} could not tell the first two apart without being null itself; this can never
 * be null.
 */
public sealed interface Change<T> {

  /** The member was absent. */
  record Keep<T>() implements Change<T> {}

  /** The member was there; its value is null when it is to be cleared. */
  record Set<T>(@Nullable T value) implements Change<T> {}

  /** The member was absent. */
  static <T> Change<T> keep() {
    return new Keep<>();
  }

  /** The member was there, perhaps {@code null}. */
  static <T> Change<T> to(@Nullable T value) {
    return new Set<>(value);
  }

  /** The value after the change of what is now {@code current}. */
  default @Nullable T applyTo(@Nullable T current) {
    return switch (this) {
      case Keep<T>() -> current;
      case Set<T>(var value) -> value;
    };
  }

  /** Whether the member was there. */
  @JsonIgnore
  default boolean isSet() {
    return this instanceof Set<T>;
  }

  /** The new value, or null when there is none or it is to be cleared. */
  @JsonValue
  default @Nullable T value() {
    return applyTo(null);
  }
}
