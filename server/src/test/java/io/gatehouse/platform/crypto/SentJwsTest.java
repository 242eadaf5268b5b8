package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.protocol.Spec;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentJwsTest {
  private static final String CLAIMS = "{\"sub\":\"ines\"}";

  @Test
  void aTokenIsReadWithItsHeaderAndClaims() throws Exception {
    SentJws token =
        SentJws.signed(token("{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"At+JWT\"}", CLAIMS));
    assertEquals("ES256", token.header().alg());
    assertEquals(SigningAlgorithm.ES256, token.header().algorithm());
    assertEquals("k", token.header().keyId());
    assertEquals("at+jwt", token.header().type());
    assertTrue(token.header().plain());
    assertTrue(token.header().sender().isEmpty());
    assertEquals("ines", token.claims().subject());
    assertSame(token.claims(), token.claims());
  }

  @Test
  void equalHeadersAreReadOnce() throws Exception {
    String header = "{\"alg\":\"ES256\",\"kid\":\"read once\"}";
    SentHeader first = SentJws.signed(token(header, CLAIMS)).header();
    assertSame(first, SentJws.signed(token(header, "{}")).header());
    assertEquals(
        "other",
        SentJws.signed(token(header.replace("read once", "other"), CLAIMS)).header().keyId());
  }

  @Test
  @Spec("RFC 7638 §3")
  void aKeyInTheHeaderIsReadyAndHasItsThumbprint() throws Exception {
    SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
    JWK jwk = key.publicJwk();
    byte[] header = ("{\"alg\":\"ES256\",\"jwk\":" + jwk + "}").getBytes(UTF_8);
    SentJws token = SentJws.signed(new JwsSigner(key).sign(header, CLAIMS.getBytes(UTF_8)));
    SentHeader.Sender sender = token.header().sender().orElseThrow();
    assertTrue(sender.key().verifies(token));
    assertEquals(jwk.computeThumbprint().toString(), sender.thumbprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\","
            + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}",
        "{\"kty\":\"oct\",\"k\":\"AAAA\"}"
      })
  void whatIsNoPublicKeySignsNothing(String jwk) {
    try {
      String header = "{\"alg\":\"ES256\",\"jwk\":" + jwk + "}";
      assertTrue(SentJws.signed(token(header, CLAIMS)).header().sender().isEmpty());
    } catch (ParseException refused) {
      // Or the library reads no such header at all.
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "7",
        "{\"alg\":1}",
        "{\"alg\":\"ES256\",\"alg\":\"ES256\"}",
        "{\"alg\":\"ES256\",\"kid\":{}}",
        "{\"alg\":\"ES256\",\"jwk\":{}}",
        "{\"alg\":\"ES256\"} {}",
        "{\"alg\":\"none\"}",
        "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}"
      })
  @Spec("RFC 7515 §4")
  void whatIsNoHeaderOfASignedTokenIsRefused(String header) {
    assertThrows(ParseException.class, () -> SentJws.signed(token(header, CLAIMS)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "eyJhbGciOiJFUzI1NiJ9.e30.", "a.b.c.d.e"})
  @Spec("RFC 7515 §7.1")
  void whatHasNoThreePartsIsRefused(String text) {
    assertThrows(ParseException.class, () -> SentJws.signed(text));
    assertThrows(ParseException.class, () -> SentJws.signedOrNot(text));
  }

  @Test
  @Spec("RFC 7519 §6")
  void oneThatNobodySignedIsTakenWhereItMayBe() throws Exception {
    String unsigned = Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(CLAIMS) + ".";
    assertThrows(ParseException.class, () -> SentJws.signed(unsigned));
    SentJws token = SentJws.signedOrNot(unsigned);
    assertTrue(token.header().unsigned());
    assertFalse(token.header().plain());
    assertNull(token.header().algorithm());
    assertEquals("ines", token.claims().subject());
    assertThrows(ParseException.class, () -> SentJws.signedOrNot(unsigned + "AA"));
  }

  @Test
  @Spec("RFC 7518 §3.2")
  void aSecretSignsWithItsOwnAlgorithmOnly() throws Exception {
    byte[] secret = "a secret of thirty-two bytes, all".getBytes(UTF_8);
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), JWTClaimsSet.parse(CLAIMS));
    jwt.sign(new MACSigner(secret));
    SentJws token = SentJws.signed(jwt.serialize());
    assertTrue(token.isSignedWith(secret));
    assertFalse(token.isSignedWith("another secret of thirty-two byte".getBytes(UTF_8)));
    assertFalse(token.isSignedWith("short".getBytes(UTF_8)));
    SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
    assertFalse(
        SentJws.signed(new JwsSigner(key).sign("JWT", CLAIMS.getBytes(UTF_8)))
            .isSignedWith(secret));
  }

  private static String token(String header, String claims) {
    return Base64URL.encode(header) + "." + Base64URL.encode(claims) + ".AAAA";
  }
}
