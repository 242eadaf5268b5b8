package io.gatehouse.testing.size;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which lists of the Management API a test compares at a small and a large tenant. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Measures {
  /** Their paths, as the OpenAPI document writes them. */
  String[] value();
}
