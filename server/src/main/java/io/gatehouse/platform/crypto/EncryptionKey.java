package io.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/**
 * A key that others encrypt with what only the provider shall read. It is stored as a private JWK
 * (sealed by the caller) and named by its RFC 7638 thumbprint.
 */
public final class EncryptionKey {
  /** As strong as the curve of the other type. */
  private static final int RSA_BITS = 3072;

  private final Type type;
  private final JWK jwk;

  private EncryptionKey(Type type, JWK jwk) {
    this.type = type;
    this.jwk = jwk;
  }

  /** The key types that content keys are handed over by, in the words of {@code kty}. */
  public enum Type {
    RSA,
    EC;

    /** The type that this algorithm of JWE needs. */
    public static Type of(String alg) {
      return JWEAlgorithm.Family.RSA.contains(JWEAlgorithm.parse(alg)) ? RSA : EC;
    }
  }

  /** Makes a new key. P-256 takes a millisecond; RSA takes some hundreds of them. */
  public static EncryptionKey generate(Type type) {
    CryptoProvider.install();
    try {
      return new EncryptionKey(
          type,
          switch (type) {
            case RSA ->
                new RSAKeyGenerator(RSA_BITS)
                    .algorithm(JWEAlgorithm.RSA_OAEP_256)
                    .keyUse(KeyUse.ENCRYPTION)
                    .keyIDFromThumbprint(true)
                    .generate();
            // One key is for all variants of ECDH-ES, so that it names none of them.
            case EC ->
                new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.ENCRYPTION)
                    .keyIDFromThumbprint(true)
                    .generate();
          });
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key for " + type, e);
    }
  }

  /** Reads what {@link #toPrivateJwk} wrote. */
  public static EncryptionKey parse(String privateJwk) {
    try {
      JWK jwk = JWK.parse(privateJwk);
      if (jwk.isPrivate() && KeyUse.ENCRYPTION.equals(jwk.getKeyUse())) {
        return new EncryptionKey(Type.valueOf(jwk.getKeyType().getValue()), jwk);
      }
    } catch (ParseException e) {
      // Told below without the cause, which may quote the key.
    }
    throw new IllegalArgumentException("not a private key of encryption");
  }

  public Type type() {
    return type;
  }

  /** The key's name in a JWE header and in the key set. */
  public String kid() {
    return jwk.getKeyID();
  }

  /** What the key set publishes: {@code kty, use, kid} and the public parameters. */
  public JWK publicJwk() {
    return jwk.toPublicJWK();
  }

  /** The whole key as JSON. A secret: seal it before storing it. */
  public String toPrivateJwk() {
    return jwk.toJSONString();
  }

  JWEDecrypter decrypter() throws JOSEException {
    return switch (jwk) {
      case RSAKey rsa -> new RSADecrypter(rsa);
      case ECKey ec -> new ECDHDecrypter(ec);
      default -> throw new JOSEException("no key to decrypt with: " + jwk.getKeyType());
    };
  }

  @Override
  public String toString() {
    return type + " key of encryption " + kid();
  }
}
