package io.gatehouse.platform.crypto;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A key that signs tokens, and the public half that others verify with. It is stored as a private
 * JWK (sealed by the caller) and named by its RFC 7638 thumbprint.
 */
public final class SigningKey {
  /**
   * The fixed start of an Ed25519 SubjectPublicKeyInfo; the 32 bytes of the point follow (RFC 8410
   * §4).
   */
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private final SigningAlgorithm algorithm;
  private final KeyPair pair;
  private final JWK jwk;

  private SigningKey(SigningAlgorithm algorithm, KeyPair pair, JWK jwk) {
    this.algorithm = algorithm;
    this.pair = pair;
    this.jwk = jwk;
  }

  /** Makes a new key. P-384 takes a millisecond; RSA takes most of a second. */
  public static SigningKey generate(SigningAlgorithm algorithm) {
    try {
      KeyPair pair = CryptoProvider.install().generate(algorithm);
      return new SigningKey(algorithm, pair, describe(algorithm, pair));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("cannot make a key for " + algorithm.alg(), e);
    }
  }

  /** Reads what {@link #toPrivateJwk} wrote. */
  public static SigningKey parse(String privateJwk) {
    try {
      JWK jwk = JWK.parse(privateJwk);
      SigningAlgorithm algorithm =
          jwk.getAlgorithm() == null ? null : SigningAlgorithm.of(jwk.getAlgorithm().getName());
      if (algorithm == null || !jwk.isPrivate()) {
        throw new IllegalArgumentException("not a private signing key");
      }
      KeyPair pair = CryptoProvider.install().adopt(algorithm, pair(jwk));
      return new SigningKey(algorithm, pair, jwk);
    } catch (ParseException | GeneralSecurityException | JOSEException e) {
      // The cause may quote the key.
      throw new IllegalArgumentException("not a private signing key");
    }
  }

  /** The key's name in a JWS header and in the key set. */
  public String kid() {
    return jwk.getKeyID();
  }

  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  /** What the key set publishes: {@code kty, use, kid, alg} and the public parameters. */
  public JWK publicJwk() {
    return jwk.toPublicJWK();
  }

  /** The whole key as JSON. A secret: seal it before storing it. */
  public String toPrivateJwk() {
    return jwk.toJSONString();
  }

  PrivateKey privateKey() {
    return pair.getPrivate();
  }

  @Override
  public String toString() {
    return algorithm.alg() + " key " + kid();
  }

  private static JWK describe(SigningAlgorithm algorithm, KeyPair pair) throws JOSEException {
    return switch (algorithm) {
      case ES256, ES384, ES512 ->
          new ECKey.Builder(requireNonNull(algorithm.curve()), (ECPublicKey) pair.getPublic())
              .privateKey((ECPrivateKey) pair.getPrivate())
              .algorithm(algorithm.jws())
              .keyUse(KeyUse.SIGNATURE)
              .keyIDFromThumbprint()
              .build();
      case RS256, PS256 ->
          new RSAKey.Builder((RSAPublicKey) pair.getPublic())
              .privateKey(pair.getPrivate())
              .algorithm(algorithm.jws())
              .keyUse(KeyUse.SIGNATURE)
              .keyIDFromThumbprint()
              .build();
      case EDDSA ->
          new OctetKeyPair.Builder(requireNonNull(algorithm.curve()), edwardsPoint(pair))
              .d(Base64URL.encode(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow()))
              .algorithm(algorithm.jws())
              .keyUse(KeyUse.SIGNATURE)
              .keyIDFromThumbprint()
              .build();
    };
  }

  private static Base64URL edwardsPoint(KeyPair pair) {
    byte[] spki = pair.getPublic().getEncoded();
    return Base64URL.encode(Arrays.copyOfRange(spki, ED25519_SPKI.length, spki.length));
  }

  private static KeyPair pair(JWK jwk) throws JOSEException, GeneralSecurityException {
    return switch (jwk) {
      case ECKey ec -> ec.toKeyPair();
      case RSAKey rsa -> rsa.toKeyPair();
      case OctetKeyPair edwards ->
          new KeyPair(
              publicKey(edwards),
              KeyFactory.getInstance("Ed25519")
                  .generatePrivate(
                      new EdECPrivateKeySpec(NamedParameterSpec.ED25519, edwards.getDecodedD())));
      default -> throw new IllegalArgumentException("not a signing key");
    };
  }

  /** The public half, as Java knows it. */
  static PublicKey publicKey(JWK jwk) throws JOSEException, GeneralSecurityException {
    return switch (jwk) {
      case ECKey ec -> ec.toECPublicKey();
      case RSAKey rsa -> rsa.toRSAPublicKey();
      case OctetKeyPair edwards -> {
        byte[] point = edwards.getDecodedX();
        byte[] spki = Arrays.copyOf(ED25519_SPKI, ED25519_SPKI.length + point.length);
        System.arraycopy(point, 0, spki, ED25519_SPKI.length, point.length);
        yield KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
      }
      default -> throw new IllegalArgumentException("not a signing key");
    };
  }
}
