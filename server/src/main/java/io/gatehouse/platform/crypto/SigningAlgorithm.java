package io.gatehouse.platform.crypto;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The signature algorithms that keys are made for, with the names that Java's cryptography
 * architecture has for them.
 *
 * <p>Sources: <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518 §3.1</a>, <a
 * href="https://www.rfc-editor.org/rfc/rfc8037#section-3.1">RFC 8037 §3.1</a>
 */
public enum SigningAlgorithm {
  ES256(JWSAlgorithm.ES256, "EC", "SHA256withECDSAinP1363Format", Curve.P_256),
  ES384(JWSAlgorithm.ES384, "EC", "SHA384withECDSAinP1363Format", Curve.P_384),
  ES512(JWSAlgorithm.ES512, "EC", "SHA512withECDSAinP1363Format", Curve.P_521),
  RS256(JWSAlgorithm.RS256, "RSA", "SHA256withRSA", null),
  PS256(JWSAlgorithm.PS256, "RSA", "RSASSA-PSS", null),
  EDDSA(JWSAlgorithm.EdDSA, "Ed25519", "Ed25519", Curve.Ed25519);

  /** Of new keys; those that are there keep their length. */
  private static final int RSA_BITS = 4096;

  private final JWSAlgorithm jws;
  private final String keyType;
  private final String signatureName;
  private final @Nullable Curve curve;

  SigningAlgorithm(JWSAlgorithm jws, String keyType, String signatureName, @Nullable Curve curve) {
    this.jws = jws;
    this.keyType = keyType;
    this.signatureName = signatureName;
    this.curve = curve;
  }

  /** The algorithm with this {@code alg} value, or null when no key is made for it. */
  public static @Nullable SigningAlgorithm of(String alg) {
    for (SigningAlgorithm algorithm : values()) {
      if (algorithm.jws.getName().equals(alg)) {
        return algorithm;
      }
    }
    return null;
  }

  /** The {@code alg} value on the wire. */
  public String alg() {
    return jws.getName();
  }

  /** Whether its keys are of RSA, not of a curve. */
  public boolean rsa() {
    return curve == null;
  }

  /** The first half of the value's hash, by the hash that the algorithm signs, in base64url. */
  public String halfHash(String value) {
    String hash =
        switch (this) {
          case ES256, RS256, PS256 -> "SHA-256";
          case ES384 -> "SHA-384";
          case ES512, EDDSA -> "SHA-512";
        };
    try {
      byte[] whole =
          MessageDigest.getInstance(hash).digest(value.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(whole, whole.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no " + hash, e);
    }
  }

  JWSAlgorithm jws() {
    return jws;
  }

  @Nullable Curve curve() {
    return curve;
  }

  String keyType() {
    return keyType;
  }

  String signatureName() {
    return signatureName;
  }

  @Nullable AlgorithmParameterSpec keyParameters() {
    return switch (this) {
      case ES256 -> new ECGenParameterSpec("secp256r1");
      case ES384 -> new ECGenParameterSpec("secp384r1");
      case ES512 -> new ECGenParameterSpec("secp521r1");
      case RS256, PS256 -> new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
      case EDDSA -> NamedParameterSpec.ED25519;
    };
  }

  /** RFC 7518 §3.5: "The size of the salt value is the same size as the hash function output." */
  @Nullable AlgorithmParameterSpec signatureParameters() {
    return this == PS256
        ? new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1)
        : null;
  }
}
