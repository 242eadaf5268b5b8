package io.gatehouse.management;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list that is answered in pages; the OpenAPI document shows its parameters. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Paged {
  /** Whether it also takes the search grammar. */
  boolean searchable() default false;

  /** In what {@code q} looks for its text; empty for a list without that filter. */
  String q() default "";
}
