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
    JWSObject token = JWSObject.parse(new JwsSigner(signing).sign("JWT", PAYLOAD));
    assertTrue(key(signing.publicJwk()).verifies(token));
    assertFalse(key(SigningKey.generate(algorithm).publicJwk()).verifies(token));
    assertFalse(key(signing.publicJwk()).verifies(with(token, "{\"sub\":\"eve\"}")));
    assertFalse(key(signing.publicJwk()).verifies(signature(token, new byte[0])));
    int length = token.getSignature().decode().length;
    assertFalse(key(signing.publicJwk()).verifies(signature(token, new byte[length])));
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
    JWSObject token = JWSObject.parse(new JwsSigner(signing).sign("JWT", PAYLOAD));
    VerificationKey key = key(signing.publicJwk());
    assertTrue(new Attempt().blocking(() -> key.verifies(token)));
    return new Attempt().withoutBlocking(() -> key.verifies(token))
            instanceof Attempt.Outcome.Done<Boolean>(Boolean good)
        && good;
  }

  @Test
  void aSignatureIsSpelledInBase64UrlAndNothingElse() throws Exception {
    SigningKey signing = SigningKey.generate(SigningAlgorithm.ES256);
    JWSObject token = JWSObject.parse(new JwsSigner(signing).sign("JWT", PAYLOAD));
    Base64URL spelled = new Base64URL(token.getSignature() + "!");
    assertFalse(
        key(signing.publicJwk())
            .verifies(
                new JWSObject(
                    token.getHeader().toBase64URL(), token.getPayload().toBase64URL(), spelled)));
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
    JWSObject token = new JWSObject(header, new Payload("x"));
    token.sign(new RSASSASigner(pair.getPrivate()));
    RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).build();
    assertEquals("RS256", token.getHeader().getAlgorithm().getName());
    assertFalse(key(key).verifies(token));
  }

  private static VerificationKey key(JWK jwk) throws JOSEException {
    return VerificationKey.of(jwk).orElseThrow();
  }

  private static JWSObject with(JWSObject token, String payload) throws ParseException {
    Base64URL[] parts = token.getParsedParts();
    return new JWSObject(parts[0], Base64URL.encode(payload), parts[2]);
  }

  private static JWSObject signature(JWSObject token, byte[] signature) throws ParseException {
    Base64URL[] parts = token.getParsedParts();
    // The library refuses an empty part, as a parser of the compact form would.
    Base64URL last = Base64URL.encode(signature.length == 0 ? new byte[1] : signature);
    return new JWSObject(parts[0], parts[1], last);
  }
}
