package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.gatehouse.platform.db.Attempt;
import io.gatehouse.protocol.Spec;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationKeyTest {
  private static final byte[] PAYLOAD = "{\"sub\":\"ines\"}".getBytes(UTF_8);

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  @Spec("RFC 7515 §5.2")
  void everyAlgorithmIsChecked(SigningAlgorithm algorithm) throws Exception {
    SigningKey signing = SigningKey.generate(algorithm);
    String token = new JwsSigner(signing).sign("JWT", PAYLOAD);
    assertTrue(key(signing.publicJwk()).verifies(sent(token)));
    assertFalse(key(SigningKey.generate(algorithm).publicJwk()).verifies(sent(token)));
    assertFalse(
        key(signing.publicJwk()).verifies(with(token, 1, Base64URL.encode("{\"sub\":\"eve\"}"))));
    int length = new Base64URL(token.split("\\.")[2]).decode().length;
    for (int other : new int[] {1, length - 1, length, length + 1}) {
      Base64URL nothing = Base64URL.encode(new byte[other]);
      assertFalse(key(signing.publicJwk()).verifies(with(token, 2, nothing)));
    }
  }

  /** An ES512 signature takes 0.3 ms, in which an event loop answers several others. */
  @Test
  void whatTakesLongIsNotCheckedOnAnEventLoop() throws Exception {
    assertTrue(checkedWithoutBlocking(SigningAlgorithm.ES256));
    assertTrue(checkedWithoutBlocking(SigningAlgorithm.RS256));
    assertFalse(checkedWithoutBlocking(SigningAlgorithm.ES512));
  }

  private static boolean checkedWithoutBlocking(SigningAlgorithm algorithm) throws Exception {
    SigningKey signing = SigningKey.generate(algorithm);
    String token = new JwsSigner(signing).sign("JWT", PAYLOAD);
    VerificationKey key = key(signing.publicJwk());
    assertTrue(new Attempt().blocking(() -> key.verifies(sent(token))));
    return new Attempt().withoutBlocking(() -> key.verifies(sent(token)))
            instanceof Attempt.Outcome.Done<Boolean>(Boolean good)
        && good;
  }

  @Test
  void aSignatureIsSpelledInBase64UrlAndNothingElse() throws Exception {
    SigningKey signing = SigningKey.generate(SigningAlgorithm.ES256);
    String token = new JwsSigner(signing).sign("JWT", PAYLOAD);
    assertFalse(key(signing.publicJwk()).verifies(sent(token + "!")));
  }

  @Test
  void aKeyDoesWhatItIsForAndNothingElse() throws Exception {
    SigningKey signing = SigningKey.generate(SigningAlgorithm.RS256);
    RSAKey rsa = signing.publicJwk().toRSAKey();
    assertTrue(key(rsa).fits(SigningAlgorithm.RS256));
    assertFalse(key(rsa).fits(SigningAlgorithm.PS256));
    JWK any = new RSAKey.Builder(rsa.toRSAPublicKey()).build();
    assertTrue(key(any).fits(SigningAlgorithm.RS256) && key(any).fits(SigningAlgorithm.PS256));
    assertFalse(key(any).fits(SigningAlgorithm.ES256));
    assertTrue(
        VerificationKey.of(
                new RSAKey.Builder(rsa.toRSAPublicKey()).keyUse(KeyUse.ENCRYPTION).build())
            .isEmpty());
  }

  @Test
  @Spec("RFC 7518 §3.3")
  void aShortKeyIsNone() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    RSAPublicKey weak = (RSAPublicKey) generator.generateKeyPair().getPublic();
    assertTrue(VerificationKey.of(new RSAKey.Builder(weak).build()).isEmpty());
  }

  @Test
  @Spec("RFC 7515 §4.1.11")
  void whatMustBeUnderstoodIsNot() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var pair = generator.generateKeyPair();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .criticalParams(Set.of("b64"))
            .base64URLEncodePayload(true)
            .build();
    JWSObject object = new JWSObject(header, new Payload("x"));
    object.sign(new RSASSASigner(pair.getPrivate()));
    SentJws token = SentJws.signed(object.serialize());
    RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).build();
    assertEquals(SigningAlgorithm.RS256, token.header().algorithm());
    assertFalse(key(key).verifies(token));
  }

  private static VerificationKey key(JWK jwk) throws JOSEException {
    return VerificationKey.of(jwk).orElseThrow();
  }

  private static SentJws sent(String token) {
    try {
      return SentJws.signed(token);
    } catch (ParseException e) {
      throw new AssertionError(token, e);
    }
  }

  private static SentJws with(String token, int part, Base64URL other) {
    String[] parts = token.split("\\.");
    parts[part] = other.toString();
    return sent(String.join(".", parts));
  }
}
