package io.gatehouse.connectors.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.TokenSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubTest {
  private static final String CONFIG = "{'clientId':'me','clientSecret':'s'}";
  private static final String TOKEN = "/login/oauth/access_token";

  private final StandIn provider =
      new StandIn()
          .json(
              TOKEN,
              "{\"access_token\":\"gho_1\",\"token_type\":\"bearer\",\"scope\":\"read:user\"}")
          .json("/user", user("null"))
          .json("/user/emails", "[]");

  @AfterEach
  void stop() {
    provider.close();
  }

  private static String user(String email) {
    return "{\"id\":583231,\"login\":\"ada\",\"name\":\"Ada\",\"avatar_url\":\"https://a\",\"email\":"
        + email
        + "}";
  }

  private SocialTrip trip() {
    return new SocialTrip(new GitHub(), CONFIG, provider.outside());
  }

  @Test
  void theAuthorizationUrlAsksForTheProfile() {
    assertEquals(
        provider.uri()
            + "/login/oauth/authorize?response_type=code&client_id=me&scope=read%3Auser"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fcallback%2Fc1%3Fa%3Db&state=st+te",
        trip().leave().toString());
  }

  @Test
  void theNumericIdBecomesTextAndTheTokensAreHandedOut() {
    var answer = trip().signIn();
    assertEquals("583231", answer.user().id());
    assertEquals("Ada", answer.user().name());
    assertEquals(new TokenSet("gho_1", "bearer", null, null, "read:user", null), answer.tokens());
    assertEquals(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            "c0de",
            "client_id",
            "me",
            "client_secret",
            "s"),
        provider.asked(TOKEN).form());
    assertEquals("application/json", provider.asked(TOKEN).header("Accept"));
    assertEquals("Bearer gho_1", provider.asked("/user/emails").header("Authorization"));
    assertEquals("per_page=100", provider.asked("/user/emails").query());
    assertTrue(SocialTrip.json(String.valueOf(answer.user().rawData())).has("userEmails"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | [{\"email\":\"p@x.y\",\"primary\":true,\"verified\":true}] | p@x.y",
        "null | [{\"email\":\"p@x.y\",\"primary\":true,\"verified\":false}] | ",
        "null | [{\"email\":\"o@x.y\",\"primary\":false,\"verified\":true}] | ",
        "\"o@x.y\" | [{\"email\":\"p@x.y\",\"primary\":true,\"verified\":true},{\"email\":\"O@x.y\",\"primary\":false,\"verified\":true}] | o@x.y",
        "\"o@x.y\" | [{\"email\":\"p@x.y\",\"primary\":true,\"verified\":true},{\"email\":\"o@x.y\",\"primary\":false,\"verified\":false}] | p@x.y",
        "\"1+ada@users.noreply.github.com\" | [{\"email\":\"p@x.y\",\"primary\":true,\"verified\":true}] | p@x.y",
        "null | [{\"email\":\"1+ada@users.noreply.github.com\",\"primary\":true,\"verified\":true}] | ",
      })
  void onlyVerifiedAndReachableAddressesAreTaken(String published, String emails, String expected) {
    provider.json("/user", user(published)).json("/user/emails", emails);
    assertEquals(expected, trip().signIn().user().email());
  }

  @Test
  void aScopeThatDoesNotReachTheAddressesLeavesThePublicOne() {
    provider.reply("/user/emails", 404, "application/json", "{\"message\":\"Not Found\"}");
    assertNull(trip().signIn().user().email());
    provider.json("/user", user("\"o@x.y\""));
    assertEquals("o@x.y", trip().signIn().user().email());
    provider.reply("/user/emails", 500, "application/json", "{}");
    assertEquals("connector.general", trip().failingSignIn().code());
  }

  @Test
  void aBadCodeIsReportedAlthoughTheStatusIs200() {
    provider.json(TOKEN, "{\"error\":\"bad_verification_code\"}");
    var failure = trip().failingSignIn();
    assertEquals("connector.social_auth_code_invalid", failure.code());
    assertEquals(401, failure.status());
  }

  @Test
  void aRefusalAndABrokenCallbackAreToldApart() {
    assertEquals(
        "connector.authorization_failed", trip().failingBack("{'error':'access_denied'}").code());
    assertEquals("connector.general", trip().failingBack("{}").code());
  }

  @Test
  void a401IsABadToken() {
    provider.reply("/user", 401, "application/json", "{}");
    assertEquals("connector.social_invalid_access_token", trip().failingSignIn().code());
  }

  @Test
  void refreshingReportsARefusedToken() {
    var connector = new GitHub();
    assertEquals(
        "gho_1", connector.refresh("r", SocialTrip.json(CONFIG), provider.outside()).accessToken());
    assertEquals("refresh_token", provider.asked(TOKEN).form().get("grant_type"));
  }
}
