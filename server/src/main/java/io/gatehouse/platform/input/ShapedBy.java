package io.gatehouse.platform.input;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type, or one component, that reads itself: unions, and texts with rules that no annotation
 * expresses.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.TYPE_USE})
public @interface ShapedBy {
  /** The shape, with a constructor without parameters. */
  Class<? extends Shape> value();
}
