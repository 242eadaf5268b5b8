package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ResponseTypeTest {
  @Test
  @Spec("RFC 6749 §3.1.1")
  void theOrderOfWordsDoesNotMatter() {
    assertEquals(ResponseType.parse("code id_token"), ResponseType.parse("id_token code"));
    assertEquals("code id_token token", ResponseType.parse("token code id_token").toString());
    assertEquals(ResponseType.CODE, ResponseType.parse("code"));
    assertFalse(ResponseType.CODE.frontChannel());
    assertTrue(ResponseType.parse("id_token").frontChannel());
  }

  @Test
  @Spec("RFC 9700 §2.1.2")
  void anAccessTokenAloneIsNotAnswered() {
    for (String text : new String[] {"token", "", "none", "code more", "CODE"}) {
      assertThrows(OAuthException.class, () -> ResponseType.parse(text), text);
    }
  }
}
