package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OAuthExceptionTest {
  @Test
  @Spec("RFC 6749 §5.2")
  void aDescriptionHoldsOnlyTheCharactersItMay() {
    assertEquals("'a'??/ ?", OAuthError.INVALID_REQUEST.because("\"a\"\r\n\\ é").description());
    assertEquals(500, OAuthError.INVALID_REQUEST.because("x".repeat(9_000)).description().length());
  }

  @ParameterizedTest
  @EnumSource
  void everyErrorHasItsCodeAndStatus(OAuthError error) {
    assertTrue(error.code().matches("[a-z_]+"), error.code());
    assertTrue(error.status() >= 400 && error.status() < 600);
    assertEquals(error.status(), error.because("why").status());
    assertEquals(error, error.because("why").error());
  }
}
