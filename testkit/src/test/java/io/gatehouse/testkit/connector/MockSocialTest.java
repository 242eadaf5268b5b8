package io.gatehouse.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector.Answer;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.TokenSet;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MockSocialTest {
  private static final SocialSession SESSION = new SocialSession(Map.of("state", "s"));

  private final MockSocial connector = new MockSocial();
  private final JsonNode config = json("{\"clientId\": \"a\", \"clientSecret\": \"b\"}");
  private final Outside outside =
      new Outside(
          request -> {
            throw new IOException("nobody is there");
          },
          (host, port, timeout, local) -> {
            throw new IOException("nobody is there");
          },
          InstantSource.system(),
          new SecureRandom());

  @Test
  void thePersonIsSentAwayWithStateRedirectUriAndScope() {
    List<SocialSession> kept = new ArrayList<>();
    assertEquals(
        "http://mock-social/?state=s&redirect_uri=http%3A%2F%2Flocalhost%2Fcallback%2F1&scope=email+profile",
        connector.authorizationUri(request(null, kept::add), config, outside).toString());
    assertEquals("http://localhost/callback/1", kept.getFirst().get("redirectUri").orElseThrow());
  }

  @Test
  void theRequestsScopeGoesFirst() {
    var uri = connector.authorizationUri(request("calendar", kept -> {}), config, outside);
    assertTrue(uri.toString().endsWith("&scope=calendar"), uri.toString());
  }

  @Test
  void whereNoSessionCanBeKeptTheAddressIsStillAnswered() {
    var request = request(null, SocialSession.Writer.unavailable());
    assertEquals("mock-social", connector.authorizationUri(request, config, outside).getHost());
  }

  @Test
  void thePersonIsWhoeverTheCallbackSays() {
    String data =
        """
        {"code": "c", "userId": "u", "email": "e@x.example", "phone": "123", "name": "N", "avatar": "http://a",
         "more": 1, "tokenResponse": {"access_token": "t", "scope": "s", "expires_in": 60}}\
        """;
    Answer answer = complete(data, SESSION);
    var user = answer.user();
    assertEquals(
        List.of("u", "e@x.example", "123", "N", "http://a"),
        List.of(user.id(), user.email(), user.phone(), user.name(), user.avatar()));
    assertEquals(json(data), user.rawData());
    assertEquals(new TokenSet("t", "Bearer", 60L, null, "s", null), answer.tokens());
  }

  @Test
  void aPersonWithoutAnIdGetsOne() {
    Answer first = complete("{\"code\": \"c\"}", SESSION);
    Answer second = complete("{\"code\": \"c\"}", SESSION);
    assertTrue(first.user().id().matches("mock-social-sub-[0-9a-f-]{36}"), first.user().id());
    assertTrue(!first.user().id().equals(second.user().id()));
    assertNull(first.tokens());
  }

  @Test
  void withoutACodeTheResponseIsInvalid() {
    assertEquals("connector.invalid_response", fault("{\"userId\": \"u\"}", SESSION));
  }

  @Test
  void withoutASessionTheSignInHasFailed() {
    assertEquals(
        "connector.authorization_failed", fault("{\"code\": \"c\"}", new SocialSession(Map.of())));
  }

  private String fault(String data, SocialSession session) {
    return assertThrows(ConnectorException.class, () -> complete(data, session)).code();
  }

  private Answer complete(String data, SocialSession session) {
    return connector.complete(new SocialCallback(json(data), () -> session), config, outside);
  }

  private static AuthorizationRequest request(
      @Nullable String scope, SocialSession.Writer session) {
    return new AuthorizationRequest(
        "s", "http://localhost/callback/1", "1", "jti", Map.of(), scope, session);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
