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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentClaimsTest {
  @Test
  void eachClaimIsReadAsItsKind() throws Exception {
    SentClaims claims = claims("{\"sub\":\"ines\",\"exp\":1800000000.9,\"none\":null}");
    assertEquals("ines", claims.text("sub"));
    assertTrue(claims.is("sub", "ines"));
    assertFalse(claims.is("sub", "eve"));
    assertEquals(Instant.ofEpochSecond(1_800_000_000), claims.time("exp"));
    assertNull(claims.text("none"));
    assertNull(claims.text("iss"));
    assertNull(claims.time("iat"));
    assertFalse(claims.has("none"));
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
  void whatIsNoTimeIsRefused(String text) throws Exception {
    SentClaims claims = claims("{\"exp\":" + text + "}");
    assertThrows(ParseException.class, () -> claims.time("exp"));
    assertThrows(ParseException.class, () -> claims("{\"sub\":7}").text("sub"));
  }

  private static SentClaims claims(String json) throws ParseException {
    return SentClaims.parse(json.getBytes(UTF_8));
  }
}
