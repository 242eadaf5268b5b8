package io.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.gatehouse.platform.db.Db;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public half of somebody else's key, which checks what they signed. The counterpart of {@link
 * JwsSigner}: the key is brought over to the crypto provider once, and what remains is one
 * verification. Safe for all threads.
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc7515#section-5.2">RFC 7515 §5.2</a>
 */
public final class VerificationKey {
  /** "A key of size 2048 bits or larger MUST be used with these algorithms" (RFC 7518 §3.3). */
  private static final int LEAST_RSA_BITS = 2048;

  /** A signature by a longer one takes 0.25 to 2.4 ms. */
  private static final int QUICK_RSA_BITS = 4096;

  private final @Nullable String kid;
  private final Set<SigningAlgorithm> algorithms;
  private final PublicKey key;
  private final boolean dear;
  private final List<String> certificates;

  private VerificationKey(JWK jwk, Set<SigningAlgorithm> algorithms, PublicKey key) {
    this.kid = jwk.getKeyID();
    this.certificates = certificates(jwk);
    this.algorithms = Set.copyOf(algorithms);
    this.key = key;
    this.dear = dear(jwk);
  }

  /** Those keys of the set that check signatures. */
  public static List<VerificationKey> allOf(JWKSet set) {
    return set.getKeys().stream().map(VerificationKey::of).flatMap(Optional::stream).toList();
  }

  /**
   * The key; empty when it is for something else: encryption, an algorithm that nobody signs with
   * here, or too short.
   */
  public static Optional<VerificationKey> of(JWK jwk) {
    Set<SigningAlgorithm> algorithms = forSignatures(jwk) ? algorithms(jwk) : Set.of();
    if (algorithms.isEmpty()) {
      return Optional.empty();
    }
    try {
      PublicKey key =
          CryptoProvider.install().adopt(algorithms.iterator().next(), SigningKey.publicKey(jwk));
      return Optional.of(new VerificationKey(jwk, algorithms, key));
    } catch (JOSEException | GeneralSecurityException | RuntimeException e) {
      // A point off its curve, a number that is none: nothing can be checked with it.
      return Optional.empty();
    }
  }

  /** The name that its owner gave it. */
  public @Nullable String kid() {
    return kid;
  }

  /**
   * Whether its owner published this certificate with it: in {@code x5c} or by {@code x5t#S256}.
   *
   * @param thumbprint as in {@code x5t#S256}
   */
  public boolean hasCertificate(String thumbprint) {
    return certificates.contains(thumbprint);
  }

  /** Whether signatures of this algorithm can be checked with it. */
  public boolean fits(SigningAlgorithm algorithm) {
    return algorithms.contains(algorithm);
  }

  /**
   * Whether this key's owner signed it; extensions that must be understood are not. What takes long
   * is left to threads that may ({@link Db#mayBlock}).
   */
  public boolean verifies(SentJws jws) {
    SigningAlgorithm algorithm = jws.header().algorithm();
    if (algorithm == null || !fits(algorithm) || !jws.header().plain()) {
      return false;
    }
    if (dear) {
      Db.mayBlock();
    }
    try {
      Signature signature = CryptoProvider.install().signature(algorithm);
      signature.initVerify(key);
      signature.update(jws.content());
      return signature.verify(jws.signature());
    } catch (GeneralSecurityException | ParseException e) {
      // Of another length than the algorithm's, or no numbers.
      return false;
    }
  }

  private static List<String> certificates(JWK jwk) {
    List<String> thumbprints = new ArrayList<>();
    if (jwk.getX509CertSHA256Thumbprint() != null) {
      thumbprints.add(jwk.getX509CertSHA256Thumbprint().toString());
    }
    if (jwk.getX509CertChain() != null && !jwk.getX509CertChain().isEmpty()) {
      byte[] own = Digests.sha256(jwk.getX509CertChain().getFirst().decode());
      thumbprints.add(Base64URL.encode(own).toString());
    }
    return List.copyOf(thumbprints);
  }

  private static boolean dear(JWK jwk) {
    return switch (jwk) {
      case ECKey ec -> ec.getCurve().equals(Curve.P_521);
      case RSAKey rsa -> rsa.size() > QUICK_RSA_BITS;
      default -> false;
    };
  }

  private static boolean forSignatures(JWK jwk) {
    return (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE))
        && (jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY));
  }

  private static Set<SigningAlgorithm> algorithms(JWK jwk) {
    Set<SigningAlgorithm> algorithms = EnumSet.noneOf(SigningAlgorithm.class);
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      boolean wanted =
          jwk.getAlgorithm() == null || jwk.getAlgorithm().getName().equals(algorithm.alg());
      if (wanted && isFor(jwk, algorithm)) {
        algorithms.add(algorithm);
      }
    }
    return algorithms;
  }

  private static boolean isFor(JWK jwk, SigningAlgorithm algorithm) {
    return switch (jwk) {
      case ECKey ec -> ec.getCurve().equals(algorithm.curve());
      case OctetKeyPair edwards -> edwards.getCurve().equals(algorithm.curve());
      case RSAKey rsa -> algorithm.keyType().equals("RSA") && rsa.size() >= LEAST_RSA_BITS;
      default -> false;
    };
  }
}
