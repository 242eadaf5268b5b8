package io.gatehouse.testing;

import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.egress.EgressGuard;
import io.gatehouse.platform.egress.GuardedDialer;
import io.gatehouse.platform.egress.GuardedHttp;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the well-known addresses of branded providers are during a test: on loopback. */
@Singleton
public class ProviderPlaces {
  private final Map<URI, URI> places = new ConcurrentHashMap<>();

  /** From now on what is published at the one address is found at the other. */
  public void move(String address, String to) {
    places.put(URI.create(address), URI.create(to));
  }

  /** Everything is where it always is. */
  public void restore() {
    places.clear();
  }

  @Produces
  @Singleton
  Outside outside(EgressGuard guard, Vertx vertx, InstantSource clock) {
    return new Outside(
        new GuardedHttp(guard, vertx),
        new GuardedDialer(guard),
        clock,
        new SecureRandom(),
        address -> places.getOrDefault(address, address));
  }
}
