package io.gatehouse.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseModeTest {
  @ParameterizedTest
  @Spec("RFC 6749 §3.1.2")
  @CsvSource({
    "https://a.example, https://a.example?code=c%26+1&state=s, https://a.example#code=c%26+1&state=s",
    "https://a.example/?x=1, https://a.example/?x=1&code=c%26+1&state=s, https://a.example/?x=1#code=c%26+1&state=s",
    "https://a.example/?, https://a.example/?code=c%26+1&state=s, https://a.example/?#code=c%26+1&state=s",
    "https://a.example/?x&, https://a.example/?x&code=c%26+1&state=s, https://a.example/?x&#code=c%26+1&state=s",
    "https://a.example/#x?y, https://a.example/?code=c%26+1&state=s#x?y, https://a.example/#code=c%26+1&state=s",
    "app:/cb, app:/cb?code=c%26+1&state=s, app:/cb#code=c%26+1&state=s",
  })
  void theAnswerIsAddedToTheRedirectUri(String uri, String query, String fragment) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", "c& 1");
    answer.put("state", "s");
    assertEquals(query, ResponseMode.QUERY.redirect(uri, answer));
    assertEquals(fragment, ResponseMode.FRAGMENT.redirect(uri, answer));
  }

  @Test
  @Spec("OAuth 2.0 Multiple Response Types §2.1")
  void theCodeFlowAnswersInTheQueryUnlessAskedOtherwise() {
    assertEquals(ResponseMode.QUERY, ResponseMode.parse(null, false));
    assertEquals(ResponseMode.QUERY, ResponseMode.parse("query", false));
    assertEquals(ResponseMode.FRAGMENT, ResponseMode.parse("fragment", false));
    assertEquals(ResponseMode.FORM_POST, ResponseMode.parse("form_post", false));
  }

  @Test
  @Spec("JARM §2.3")
  void aSignedAnswerTravelsAsTheOthersDo() {
    assertEquals(ResponseMode.QUERY_JWT, ResponseMode.parse("jwt", false));
    assertEquals(ResponseMode.FRAGMENT_JWT, ResponseMode.parse("jwt", true));
    assertEquals(ResponseMode.QUERY, ResponseMode.parse("query.jwt", true).carrier());
    assertEquals(ResponseMode.FORM_POST, ResponseMode.parse("form_post.jwt", false).carrier());
    assertEquals(ResponseMode.FRAGMENT_JWT, ResponseMode.QUERY_JWT.inFragment());
    assertEquals(
        "https://rp.example/?response=a",
        ResponseMode.QUERY_JWT.redirect("https://rp.example/", Map.of("response", "a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Query", "web_message", "query.jwts", "query fragment"})
  void anUnknownModeIsRefused(String text) {
    OAuthException refused =
        assertThrows(OAuthException.class, () -> ResponseMode.parse(text, false));
    assertEquals(OAuthError.UNSUPPORTED_RESPONSE_MODE, refused.error());
  }

  @Test
  void aFormPostIsNoRedirect() {
    assertThrows(
        IllegalStateException.class,
        () -> ResponseMode.FORM_POST.redirect("https://a.example/", Map.of()));
  }
}
