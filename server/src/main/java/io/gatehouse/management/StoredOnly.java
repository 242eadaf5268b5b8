package io.gatehouse.management;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose settings are checked and kept, but which no flow reads yet: the reference of the
 * contract says so. The change that makes a flow read them takes this away.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredOnly {
  /** What nothing reads yet, in a few words. */
  String value();
}
