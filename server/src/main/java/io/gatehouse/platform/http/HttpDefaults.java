package io.gatehouse.platform.http;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What the HTTP surface falls back to where the application wires nothing better: codes for texts,
 * no foreign origin.
 */
final class HttpDefaults {
  HttpDefaults() {}

  @Produces
  @Singleton
  @DefaultBean
  static OriginPolicy origins() {
    return new OriginPolicy(Set.of(), false, false);
  }
}
