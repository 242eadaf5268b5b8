package io.gatehouse.oidc;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.List;

/**
 * Encrypts as a client does that has read the provider's key set.
 *
 * @param zipped whether what is within is compressed
 */
public record Envelope(JWK key, String alg, String enc, boolean zipped) {
  /** With the published key of this type. */
  public static Envelope with(String keySet, String alg, String enc) {
    KeyType type = alg.startsWith("RSA") ? KeyType.RSA : KeyType.EC;
    return new Envelope(
        published(keySet).stream()
            .filter(key -> key.getKeyType().equals(type))
            .findFirst()
            .orElseThrow(),
        alg,
        enc,
        false);
  }

  /** The keys of a set that others encrypt with. */
  public static List<JWK> published(String keySet) {
    try {
      return JWKSet.parse(keySet).getKeys().stream()
          .filter(key -> KeyUse.ENCRYPTION.equals(key.getKeyUse()))
          .toList();
    } catch (ParseException e) {
      throw new AssertionError(keySet, e);
    }
  }

  public Envelope compressing() {
    return new Envelope(key, alg, enc, true);
  }

  public String around(String token) {
    JWEHeader.Builder header =
        new JWEHeader.Builder(JWEAlgorithm.parse(alg), EncryptionMethod.parse(enc))
            .contentType("JWT")
            .keyID(key.getKeyID());
    if (zipped) {
      header.compressionAlgorithm(CompressionAlgorithm.DEF);
    }
    JWEObject envelope = new JWEObject(header.build(), new Payload(token));
    try {
      envelope.encrypt(
          key instanceof ECKey ec ? new ECDHEncrypter(ec) : new RSAEncrypter(key.toRSAKey()));
    } catch (JOSEException e) {
      throw new AssertionError(alg, e);
    }
    return envelope.serialize();
  }
}
