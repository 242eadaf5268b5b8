package io.gatehouse.oidc.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.VerificationKey;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks what others than clients sign: those whose word a client passes on. */
@Singleton
public class IssuerKeys {
  private static final int MOST_TRIED = 4;

  private final PublishedKeys published;

  IssuerKeys(PublishedKeys published) {
    this.published = published;
  }

  /** Where somebody's keys are: given, or published at an address. */
  public record Place(@Nullable ObjectNode jwks, @Nullable String jwksUri) {}

  /** Whether one of these keys signed it, by an algorithm of public keys. */
  public boolean signed(Place place, SentJws jws) {
    SigningAlgorithm algorithm = jws.header().algorithm();
    if (algorithm == null || !ClientKeys.ALGORITHMS.contains(algorithm)) {
      return false;
    }
    String kid = jws.header().keyId();
    return keys(place, key -> key.fits(algorithm) && (kid == null || kid.equals(key.kid())))
        .stream()
        .limit(MOST_TRIED)
        .anyMatch(key -> key.verifies(jws));
  }

  private List<VerificationKey> keys(Place place, Predicate<VerificationKey> fits) {
    if (place.jwksUri() != null) {
      return published.at(place.jwksUri(), fits);
    }
    try {
      return place.jwks() == null
          ? List.of()
          : VerificationKey.allOf(JWKSet.parse(place.jwks().toString())).stream()
              .filter(fits)
              .toList();
    } catch (ParseException e) {
      throw new IllegalStateException("a key set was stored that cannot be read", e);
    }
  }
}
