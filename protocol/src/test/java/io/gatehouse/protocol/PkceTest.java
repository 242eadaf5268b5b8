package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PkceTest {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Test
  @Spec("RFC 7636 §B")
  void theVectorOfTheSpecification() {
    assertEquals(CHALLENGE, Pkce.s256(VERIFIER));
  }

  @Test
  @Spec("RFC 7636 §4.1")
  void aVerifierHas43To128UnreservedCharacters() {
    assertNull(Pkce.s256(null));
    assertNull(Pkce.s256(""));
    assertNull(Pkce.s256("a".repeat(42)));
    assertEquals(43, length(Pkce.s256("a".repeat(43))));
    assertEquals(43, length(Pkce.s256("-._~".repeat(32))));
    assertNull(Pkce.s256("a".repeat(129)));
    assertNull(Pkce.s256("a".repeat(42) + "\n"));
    assertNull(Pkce.s256("a".repeat(43) + "\n"));
    assertNull(Pkce.s256("a".repeat(42) + "+"));
    assertNull(Pkce.s256("a".repeat(42) + "é"));
  }

  @ParameterizedTest
  @Spec("RFC 7636 §4.4.1")
  @CsvSource({
    ", S256, false",
    ", , true",
    CHALLENGE + ", , false",
    CHALLENGE + ", plain, false",
    CHALLENGE + ", s256, false",
    "short, S256, false",
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM, S256, false",
  })
  void otherChallengesAreRefused(
      @Nullable String challenge, @Nullable String method, boolean required) {
    OAuthException refused =
        assertThrows(OAuthException.class, () -> Pkce.challenge(challenge, method, required));
    assertEquals(OAuthError.INVALID_REQUEST, refused.error());
  }

  @Test
  @Spec("RFC 7636 §4.3")
  void aChallengeIsTakenAsItIs() {
    assertEquals(CHALLENGE, Pkce.challenge(CHALLENGE, "S256", true));
    assertNull(Pkce.challenge(null, null, false));
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
