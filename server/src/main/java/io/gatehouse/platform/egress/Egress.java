package io.gatehouse.platform.egress;

import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.config.Settings;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Makes what connectors may use of the world injectable. */
final class Egress {
  private Egress() {}

  @Produces
  @Singleton
  static EgressGuard guard(Settings settings) {
    return new EgressGuard(settings.egressAllow());
  }

  @Produces
  @Singleton
  @DefaultBean
  static Outside outside(EgressGuard guard, Vertx vertx, InstantSource clock) {
    return new Outside(
        new GuardedHttp(guard, vertx), new GuardedDialer(guard), clock, new SecureRandom());
  }
}
