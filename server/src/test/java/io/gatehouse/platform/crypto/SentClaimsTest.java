package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentClaimsTest {
  @Test
  void eachClaimIsReadAsItsKind() throws Exception {
    SentClaims claims =
        claims(
            "{\"iss\":\"i\",\"sub\":\"ines\",\"aud\":[\"a\",\"b\"],\"exp\":1800000000.9,"
                + "\"nbf\":1,\"iat\":2,\"jti\":\"j\",\"htm\":\"GET\",\"none\":null}");
    assertEquals("i", claims.issuer());
    assertEquals("ines", claims.subject());
    assertEquals(List.of("a", "b"), claims.audience());
    assertEquals(Instant.ofEpochSecond(1_800_000_000), claims.end());
    assertEquals(Instant.ofEpochSecond(1), claims.start());
    assertEquals(Instant.ofEpochSecond(2), claims.issued());
    assertEquals("j", claims.id());
    assertEquals("GET", claims.text("htm"));
    assertTrue(claims.is("sub", "ines"));
    assertFalse(claims.is("sub", "eve"));
    assertFalse(claims.is("exp", "1800000000.9"));
    assertNull(claims.text("none"));
    assertFalse(claims.has("none"));
    assertTrue(claims.at("none").isMissingNode());
  }

  @Test
  void whatIsNotSaidIsNothing() throws Exception {
    SentClaims claims = claims("{\"aud\":null,\"exp\":null}");
    assertNull(claims.issuer());
    assertNull(claims.subject());
    assertNull(claims.id());
    assertNull(claims.end());
    assertNull(claims.start());
    assertNull(claims.issued());
    assertEquals(List.of(), claims.audience());
    assertEquals(List.of("one"), claims("{\"aud\":\"one\"}").audience());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "null", "[]", "{", "{} {}", "{\"sub\":1,\"sub\":2}", "{\"sub\":\"\n\"}"})
  @Spec("RFC 7519 §4")
  void whatIsNoObjectWithUniqueNamesIsRefused(String text) {
    assertThrows(ParseException.class, () -> claims(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "true", "[1]", "1e300", "1e17", "99999999999999999999"})
  void whatIsNoTimeIsRefused(String text) {
    for (String name : List.of("exp", "nbf", "iat")) {
      assertThrows(ParseException.class, () -> claims("{\"" + name + "\":" + text + "}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "{}", "[7]", "[null]", "[[\"a\"]]"})
  @Spec("RFC 7519 §4.1")
  void whatIsNoTextIsRefused(String text) throws Exception {
    for (String name : List.of("iss", "sub", "aud", "jti")) {
      assertThrows(ParseException.class, () -> claims("{\"" + name + "\":" + text + "}"));
    }
    SentClaims claims = claims("{\"htm\":" + text + "}");
    assertThrows(ParseException.class, () -> claims.text("htm"));
  }

  private static SentClaims claims(String json) throws ParseException {
    return SentClaims.parse(json.getBytes(UTF_8));
  }
}
