package io.gatehouse.oidc.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.TestClients;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.TestClock;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By every key and every cipher that discovery names. */
class EncryptionTest {
  private static final Encryption ENCRYPTION =
      new Encryption(TestClients.keys(new TestClock(Instant.EPOCH)));
  private static final ECKey EC = ec(KeyUse.ENCRYPTION);
  private static final RSAKey RSA = rsa();
  private static final String SIGNED = "e30.e30.AA";

  @ParameterizedTest
  @Spec("OpenID Connect Core §10.2")
  @Spec("RFC 7516 §5.1")
  @ValueSource(strings = {"RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW"})
  void whatIsEncryptedTheClientCanRead(String alg) throws Exception {
    for (String enc : List.of("A128CBC-HS256", "A256CBC-HS512", "A128GCM", "A256GCM")) {
      JWEObject nested = JWEObject.parse(encrypted(alg, enc, ec(KeyUse.SIGNATURE), EC, RSA));
      assertEquals(alg, nested.getHeader().getAlgorithm().getName());
      assertEquals(enc, nested.getHeader().getEncryptionMethod().getName());
      assertEquals("JWT", nested.getHeader().getContentType());
      JWK key = alg.startsWith("RSA") ? RSA : EC;
      assertEquals(key.getKeyID(), nested.getHeader().getKeyID());
      nested.decrypt(decrypter(alg));
      assertEquals(SIGNED, nested.getPayload().toString());
    }
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  void withoutACipherTheUsualOneIsTaken() throws ParseException {
    JWEObject nested = JWEObject.parse(encrypted("ECDH-ES", null, EC));
    assertEquals("A128CBC-HS256", nested.getHeader().getEncryptionMethod().getName());
  }

  @Test
  @Spec("OpenID Connect Core §10.2")
  void noKeyForSignaturesIsTaken() {
    assertThrows(
        OAuthException.class, () -> encrypted("ECDH-ES", "A256GCM", ec(KeyUse.SIGNATURE), RSA));
    assertThrows(OAuthException.class, () -> encrypted("RSA-OAEP-256", "A256GCM", EC));
  }

  @Test
  void whoeverWantsNoneGetsItAsItIs() {
    assertEquals(SIGNED, ENCRYPTION.of(client(EC), null, null, SIGNED));
  }

  private static String encrypted(String alg, @Nullable String enc, JWK... keys) {
    return ENCRYPTION.of(client(keys), alg, enc, SIGNED);
  }

  private static Client client(JWK... keys) {
    List<JWK> published = List.of(keys).stream().map(JWK::toPublicJWK).toList();
    return TestClients.with(new JWKSet(published), List.of());
  }

  private static JWEDecrypter decrypter(String alg) throws JOSEException {
    return alg.startsWith("RSA") ? new RSADecrypter(RSA) : new ECDHDecrypter(EC);
  }

  private static ECKey ec(KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyUse(use).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey rsa() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.ENCRYPTION)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
