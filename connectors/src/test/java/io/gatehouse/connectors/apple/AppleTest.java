package io.gatehouse.connectors.apple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Loopback;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.client.IssuedTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppleTest {
  private static final IssuedTokens OWN = new IssuedTokens();

  private final StandIn provider = new StandIn().json("/auth/keys", OWN.jwks());
  private final SocialTrip trip =
      new SocialTrip(
          new Apple(), "{'clientId':'com.example','scope':'name email'}", provider.outside());

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void theAddressAsksForAPostedIdTokenThatAnswersThisRequest() {
    String address = trip.leave().toString();
    String nonce = trip.session().get("nonce").orElseThrow();
    assertEquals(
        provider.uri()
            + "/auth/authorize?response_type=code%20id_token&response_mode=form_post"
            + "&client_id=com.example&scope=name%20email"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fcallback%2Fc1%3Fa%3Db"
            + "&state=st%20te&nonce="
            + nonce,
        address);
  }

  @Test
  void thePersonIsWhomTheTokenNames() {
    var answer = trip.back(callback("", "{'name':{'firstName':'Ada','lastName':' Lovelace '}}"));
    assertEquals("001.abc", answer.user().id());
    assertEquals("a@privaterelay.appleid.com", answer.user().email());
    assertEquals("Ada Lovelace", answer.user().name());
    assertNull(answer.tokens());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{}", "{'name':{}}", "{'email':'other@example.com'}"})
  void whoComesAgainHasNoNameAndNobodyAnotherAddress(String user) {
    var person = trip.back(callback("", user)).user();
    assertNull(person.name());
    assertEquals("a@privaterelay.appleid.com", person.email());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"'email_verified':'true' | a@privaterelay.appleid.com", "'email_verified':false |"})
  void onlyVerifiedAddressesAreTaken(String claim, String expected) {
    assertEquals(expected, trip.back(callback(claim, "")).user().email());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'aud':'other'",
        "'iss':'https://evil.example'",
        "'exp':1",
        "'nonce':'other'",
        "'nonce':null",
        "'sub':null"
      })
  void aTokenThatIsNotForThisSignInIsRefused(String claim) {
    var failure = trip.failingBack(callback(claim, ""));
    assertEquals("connector.social_invalid_id_token", failure.code());
  }

  @Test
  void aForgedTokenIsRefused() {
    ObjectNode data = callback("", "");
    String token = data.path("id_token").asText();
    data.put("id_token", token.substring(0, token.lastIndexOf('.') + 1) + "AAAA");
    assertEquals("connector.social_invalid_id_token", trip.failingBack(data).code());
  }

  @Test
  void aRefusalAndABrokenCallbackAreToldApart() {
    trip.leave();
    var refused = trip.failingBack("{'error':'user_cancelled_authorize'}");
    assertEquals("connector.authorization_failed", refused.code());
    assertEquals("connector.general", trip.failingBack("{'code':'c'}").code());
  }

  /** What the browser brings, with claims that differ from the usual ones. */
  private ObjectNode callback(String claim, String user) {
    trip.leave();
    var claims =
        (ObjectNode)
            SocialTrip.json(
                "{'sub':'001.abc','email':'a@privaterelay.appleid.com','email_verified':true}");
    claims.put("iss", "https://appleid.apple.com").put("aud", "com.example");
    claims.put("exp", Loopback.NOW.getEpochSecond() + 60);
    claims.put("nonce", trip.session().get("nonce").orElseThrow());
    claims.setAll((ObjectNode) SocialTrip.json("{" + claim + "}"));
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", "c")
        .put("id_token", OWN.rs256(claims))
        .put("user", user.replace('\'', '"'));
  }
}
