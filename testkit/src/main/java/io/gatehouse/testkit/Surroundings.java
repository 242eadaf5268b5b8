package io.gatehouse.testkit;

import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.egress.EgressGuard;
import io.gatehouse.platform.egress.GuardedDialer;
import io.gatehouse.platform.egress.GuardedHttp;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The world as connectors see it: the product's, with stand-ins at the providers' addresses. */
final class Surroundings {
  private Surroundings() {}

  @Produces
  @Singleton
  static Outside outside(EgressGuard guard, Vertx vertx, InstantSource clock) {
    return new Outside(
        new StandInTurnstile(new GuardedHttp(guard, vertx)),
        new GuardedDialer(guard),
        clock,
        new SecureRandom(),
        new ProviderAddresses(System.getenv()));
  }
}
