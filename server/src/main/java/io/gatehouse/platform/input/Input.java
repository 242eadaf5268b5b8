package io.gatehouse.platform.input;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that is the body of a request: a resource method takes it as its parameter and gets it
 * checked.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Input {
  /** The most bytes of a form or a text where a record says nothing else. */
  int LONGEST_FORM = 56 * 1024;

  /** Whether members that the record does not have are refused; else they are ignored. */
  boolean strict() default false;

  /** The most bytes that a form or a text may have. */
  int longestForm() default LONGEST_FORM;
}
