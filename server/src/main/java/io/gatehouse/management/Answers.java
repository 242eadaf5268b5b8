package io.gatehouse.management;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method answers with where its return type does not tell; the OpenAPI document
 * shows it. A method that returns a list answers with a list of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
  /** A record with the answer's members; {@link Void} where there is no body. */
  Class<?> value() default Void.class;

  /** The statuses of success, the usual one first. */
  int[] status() default 200;

  /** What the body is when it is not JSON. */
  String type() default "application/json";
}
