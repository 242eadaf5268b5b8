package io.gatehouse.protocol;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The section of a specification that a test shows to be kept: {@code @Spec("RFC 6749 §4.1.2")}. It
 * is here because the tests of every module can use it; it leaves nothing in a class file.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Repeatable(Spec.All.class)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Spec {
  String value();

  /** Several sections. */
  @Documented
  @Retention(RetentionPolicy.SOURCE)
  @Target({ElementType.METHOD, ElementType.TYPE})
  @interface All {
    Spec[] value();
  }
}
