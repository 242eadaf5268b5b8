package io.gatehouse.platform.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a component of {@link Settings} how operators call it, what it is for, and what holds
 * when they say nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {
  /** The environment variable, and the key in the file. */
  String name();

  /** One line for the operator. */
  String about();

  /**
   * The value when none is given; empty means absent. {@code {NAME}} stands for another setting's
   * value.
   */
  String standard() default "";

  /** What a bare number of a duration counts. */
  Unit unit() default Unit.MILLISECONDS;

  /** Whether its value must never be shown. */
  boolean secret() default false;

  /** The units that Logto's variables count in. */
  enum Unit {
    MILLISECONDS,
    SECONDS
  }
}
