package io.gatehouse.oidc.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.crypto.JwkSets;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that clients publish at their {@code jwks_uri}: fetched through the egress guard, kept
 * for a while, and fetched again when a key is asked for that was not there.
 *
 * <p>Source: [OpenID Connect Core §10.1.1](https://openid.net/specs/openid-connect-core-1_0.html)
 */
@Singleton
class PublishedKeys {
  private static final Logger LOG = Logger.getLogger(PublishedKeys.class);

  /** How long a set is used without looking again. */
  static final Duration FRESH = Duration.ofMinutes(10);

  /** How long the last set is used while the address does not answer. */
  static final Duration USABLE = Duration.ofHours(2);

  /**
   * Whoever names keys that are not there makes us call an address no more often than this; one
   * that has just changed its keys is called at once.
   */
  static final Duration BETWEEN = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LARGEST = 64 * 1024;
  private static final int MOST_KEYS = 50;
  private static final int MOST_ADDRESSES = 10_000;

  private final HttpSender http;
  private final InstantSource clock;
  private final Cache<String, Place> places =
      Caffeine.newBuilder()
          .maximumSize(MOST_ADDRESSES)
          .expireAfterAccess(USABLE)
          .executor(Runnable::run)
          .build();

  PublishedKeys(Outside outside, InstantSource clock) {
    this.http = outside.http();
    this.clock = clock;
  }

  /**
   * What was found at an address, and when.
   *
   * @param all those that check signatures and the others
   */
  private record Found(List<VerificationKey> keys, List<JWK> all, Instant at) {}

  /** An address: one call at a time, and what it brought. */
  private static final class Place {
    final ReentrantLock calling = new ReentrantLock();
    volatile @Nullable Found found;
    volatile Instant missed = Instant.MIN;
  }

  /** Those keys at the address that are wanted. */
  List<VerificationKey> at(String address, Predicate<VerificationKey> wanted) {
    return look(address, found -> found.keys().stream().filter(wanted).toList());
  }

  /** The same of all keys, whatever they are for. */
  List<JWK> any(String address, Predicate<JWK> wanted) {
    return look(address, found -> found.all().stream().filter(wanted).toList());
  }

  private <T> List<T> look(String address, Function<Found, List<T>> wanted) {
    Place place = places.get(address, ignored -> new Place());
    List<T> known = wanted(place, wanted, FRESH);
    if (!known.isEmpty()) {
      return known;
    }
    Db.mayBlock();
    place.calling.lock();
    try {
      if (wanted(place, wanted, FRESH).isEmpty() && mayCall(place)) {
        fetch(address, place);
        if (wanted(place, wanted, FRESH).isEmpty()) {
          place.missed = clock.instant();
        }
      }
    } finally {
      place.calling.unlock();
    }
    return wanted(place, wanted, USABLE);
  }

  private boolean mayCall(Place place) {
    return !clock.instant().isBefore(place.missed.plus(BETWEEN));
  }

  private <T> List<T> wanted(Place place, Function<Found, List<T>> wanted, Duration age) {
    Found found = place.found;
    return found == null || found.at().plus(age).isBefore(clock.instant())
        ? List.of()
        : wanted.apply(found);
  }

  private void fetch(String address, Place place) {
    try {
      Response answer =
          http.send(
              new Request(
                  "GET",
                  URI.create(address),
                  Map.of("Accept", "application/jwk-set+json, application/json"),
                  null,
                  PATIENCE));
      if (!answer.ok() || answer.body().length() > LARGEST) {
        throw new IOException(
            "status " + answer.status() + ", " + answer.body().length() + " characters");
      }
      JWKSet set = JwkSets.parse(answer.body());
      if (set.size() > MOST_KEYS) {
        throw new IOException(set.size() + " keys");
      }
      place.found =
          new Found(VerificationKey.allOf(set), List.copyOf(set.getKeys()), clock.instant());
    } catch (IOException | ParseException | RuntimeException e) {
      // What was known stays usable for a while; the client is told that no key fits.
      LOG.infof("No key set at %s: %s", address, e.getMessage());
    }
  }
}
