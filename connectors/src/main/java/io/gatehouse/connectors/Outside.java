package io.gatehouse.connectors;

import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Everything that a connector may want from the world.
 *
 * @param random cryptographically strong
 * @param endpoints where a branded provider's address really leads: itself, except where a stand-in
 *     takes its place
 */
public record Outside(
    HttpSender http,
    Dialer dialer,
    InstantSource clock,
    RandomGenerator random,
    UnaryOperator<URI> endpoints) {

  /** The world with the providers at their own addresses. */
  public Outside(HttpSender http, Dialer dialer, InstantSource clock, RandomGenerator random) {
    this(http, dialer, clock, random, UnaryOperator.identity());
  }

  /** Where to find what a branded provider publishes at this address. */
  public URI endpoint(String address) {
    return endpoints.apply(URI.create(address));
  }

  /** 256 unpredictable bits, safe in URLs. */
  public String nonce() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
