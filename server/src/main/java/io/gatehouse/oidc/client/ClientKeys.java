package io.gatehouse.oidc.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks what clients sign with keys of their own: assertions and request objects. */
@Singleton
public class ClientKeys {
  /**
   * The signature algorithms that clients may use. FAPI clients have those of the profile: "shall
   * use PS256, ES256, or EdDSA" [FAPI 2.0 Security Profile §5.4.1].
   */
  public static final List<SigningAlgorithm> ALGORITHMS =
      List.of(
          SigningAlgorithm.RS256,
          SigningAlgorithm.PS256,
          SigningAlgorithm.ES256,
          SigningAlgorithm.ES384,
          SigningAlgorithm.ES512,
          SigningAlgorithm.EDDSA);

  private static final List<SigningAlgorithm> FAPI =
      List.of(SigningAlgorithm.PS256, SigningAlgorithm.ES256, SigningAlgorithm.EDDSA);

  /** A client that names no key has a few tried, not dozens. */
  private static final int MOST_TRIED = 4;

  private final PublishedKeys published;

  ClientKeys(PublishedKeys published) {
    this.published = published;
  }

  /** The names of {@link #ALGORITHMS}, as discovery tells them. */
  public static List<String> algorithms() {
    return ALGORITHMS.stream().map(SigningAlgorithm::alg).toList();
  }

  /** Whether a key of the client signed it, by an algorithm that it may use. */
  public boolean signed(Client client, SentJws jws) {
    SigningAlgorithm algorithm = jws.header().algorithm();
    if (algorithm == null || !(client.fapi() ? FAPI : ALGORITHMS).contains(algorithm)) {
      return false;
    }
    return candidates(client, jws.header().keyId(), algorithm).stream()
        .limit(MOST_TRIED)
        .anyMatch(key -> key.verifies(jws));
  }

  /** Whether the client published this certificate with one of its keys. [RFC 8705 §2.2.2] */
  boolean published(Client client, ShownCertificate shown) {
    return !fitting(client, key -> key.hasCertificate(shown.thumbprint())).isEmpty();
  }

  /** The first of the client's keys that fits, whatever it is for: given, or published. */
  public Optional<JWK> first(Client client, Predicate<JWK> fits) {
    ObjectNode given = client.authentication().jwks();
    String address = client.authentication().jwksUri();
    if (address != null) {
      return published.any(address, fits).stream().findFirst();
    }
    try {
      return given == null
          ? Optional.empty()
          : JWKSet.parse(given.toString()).getKeys().stream().filter(fits).findFirst();
    } catch (ParseException e) {
      throw new IllegalStateException("a key set was stored that cannot be read", e);
    }
  }

  private List<VerificationKey> candidates(
      Client client, @Nullable String kid, SigningAlgorithm algorithm) {
    return fitting(client, key -> key.fits(algorithm) && (kid == null || kid.equals(key.kid())));
  }

  private List<VerificationKey> fitting(Client client, Predicate<VerificationKey> fits) {
    String address = client.authentication().jwksUri();
    return address == null
        ? client.keys().stream().filter(fits).toList()
        : published.at(address, fits);
  }
}
