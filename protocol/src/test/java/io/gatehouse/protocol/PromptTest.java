package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {
  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void promptsAreASpaceDelimitedList() {
    assertEquals(Set.of(), Prompt.parse(null));
    assertEquals(Set.of(), Prompt.parse("  "));
    assertEquals(Set.of(Prompt.NONE), Prompt.parse("none"));
    assertEquals(Set.of(Prompt.NONE), Prompt.parse("none none"));
    assertEquals(Set.of(Prompt.LOGIN, Prompt.CONSENT), Prompt.parse("consent  login"));
    assertEquals(Set.of(Prompt.SELECT_ACCOUNT), Prompt.parse(" select_account "));
  }

  @ParameterizedTest
  @Spec("OpenID Connect Core §3.1.2.1")
  @ValueSource(
      strings = {"none login", "login none", "Login", "create", "login\tconsent", "login,consent"})
  void noneIsAloneAndOthersAreUnknown(String text) {
    OAuthException refused = assertThrows(OAuthException.class, () -> Prompt.parse(text));
    assertEquals(OAuthError.INVALID_REQUEST, refused.error());
  }
}
