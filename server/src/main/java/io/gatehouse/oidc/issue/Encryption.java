package io.gatehouse.oidc.issue;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientKeys;
import io.gatehouse.protocol.OAuthError;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what was signed for a client, with a key that it gave or publishes: "signed then
 * encrypted, with the result being a Nested JWT".
 *
 * <p>Source: [OpenID Connect Core
 * §10.2](https://openid.net/specs/openid-connect-core-1_0.html#Encryption)
 */
@Singleton
class Encryption {
  private final ClientKeys keys;

  Encryption(ClientKeys keys) {
    this.keys = keys;
  }

  /**
   * The token as it is, or encrypted.
   *
   * @param alg null where the client wants none
   * @param enc "If … specified, the default … is A128CBC-HS256" [OpenID Connect Registration §2]
   */
  String of(Client client, @Nullable String alg, @Nullable String enc, String signed) {
    if (alg == null) {
      return signed;
    }
    try {
      JWEAlgorithm algorithm = JWEAlgorithm.parse(alg);
      JWK key =
          keys.first(client, candidate -> fits(candidate, algorithm))
              .orElseThrow(() ->
                  OAuthError.INVALID_REQUEST.because("the client gave no key to encrypt with"));
      JWEObject nested =
          new JWEObject(
              new JWEHeader.Builder(
                      algorithm,
                      enc == null ? EncryptionMethod.A128CBC_HS256 : EncryptionMethod.parse(enc))
                  .contentType("JWT")
                  .keyID(key.getKeyID())
                  .build(),
              new Payload(signed));
      nested.encrypt(encrypter(key));
      return nested.serialize();
    } catch (JOSEException e) {
      throw OAuthError.INVALID_REQUEST.because("the client's key cannot encrypt");
    }
  }

  private static boolean fits(JWK key, JWEAlgorithm algorithm) {
    boolean use = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.ENCRYPTION);
    boolean alg = key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm);
    boolean kind =
        JWEAlgorithm.Family.RSA.contains(algorithm) ? key instanceof RSAKey : key instanceof ECKey;
    return use && alg && kind;
  }

  private static JWEEncrypter encrypter(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSAEncrypter(rsa);
      case ECKey ec -> new ECDHEncrypter(ec);
      default -> throw new JOSEException("no key to encrypt with: " + key.getKeyType());
    };
  }
}
