package io.gatehouse.connectors.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Loopback;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.IssuedTokens;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleTest {
  private static final String CONFIG = "{'clientId':'me','clientSecret':'s'}";
  private static final String ADA =
      "{\"sub\":\"42\",\"name\":\"Ada\",\"picture\":\"https://p\",\"email\":\"a@b.c\",\"email_verified\":true}";

  private static final IssuedTokens OWN = new IssuedTokens();
  private final StandIn provider =
      new StandIn()
          .json(
              "/token",
              "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":3599,\"scope\":\"openid\",\"refresh_token\":\"rt\",\"id_token\":\"x\"}")
          .json("/v1/userinfo", ADA)
          .json("/oauth2/v3/certs", OWN.jwks());

  @AfterEach
  void stop() {
    provider.close();
  }

  private SocialTrip trip(String config) {
    return new SocialTrip(new Google(), config, provider.outside());
  }

  @Test
  void theAuthorizationUrlHoldsPromptsAndOfflineAccessWhenAsked() {
    assertEquals(
        provider.uri()
            + "/o/oauth2/v2/auth?response_type=code&client_id=me&scope=openid+profile+email"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fcallback%2Fc1%3Fa%3Db&state=st+te",
        trip(CONFIG).leave().toString());
    var query =
        StandIn.parse(
            trip("{'clientId':'me','clientSecret':'s','prompts':['consent','select_account'],'offlineAccess':true,'scope':'openid'}")
                .leave()
                .getRawQuery());
    assertEquals("consent select_account", query.get("prompt"));
    assertEquals("offline", query.get("access_type"));
    assertEquals("openid", query.get("scope"));
  }

  @Test
  void theCodeIsRedeemedAndTheTokensAreHandedOut() {
    var answer = trip(CONFIG).signIn();
    assertEquals("42", answer.user().id());
    assertEquals("a@b.c", answer.user().email());
    assertEquals("https://p", answer.user().avatar());
    assertEquals(new TokenSet("at", "Bearer", 3599L, "rt", "openid", "x"), answer.tokens());
    assertEquals(
        Map.of(
            "grant_type", "authorization_code",
            "code", "c0de",
            "redirect_uri", SocialTrip.REDIRECT_URI,
            "client_id", "me",
            "client_secret", "s"),
        provider.asked("/token").form());
  }

  @Test
  void anUnverifiedAddressIsNotTaken() {
    provider.json("/v1/userinfo", ADA.replace("true", "false"));
    assertNull(trip(CONFIG).signIn().user().email());
  }

  @Test
  void noSessionIsNeeded() {
    assertEquals("42", trip(CONFIG).back("{'code':'c','redirectUri':'http://x'}").user().id());
    assertEquals("connector.general", trip(CONFIG).failingBack("{'code':'c'}").code());
    assertEquals(
        "connector.authorization_failed",
        trip(CONFIG).failingBack("{'error':'access_denied'}").code());
  }

  @Test
  void theCredentialOfOneTapIsVerified() {
    var trip = trip(CONFIG);
    assertEquals("42", trip.back("{'credential':'" + token("'x':1") + "'}").user().id());
    assertNull(trip.back("{'credential':'" + token("'x':1") + "'}").tokens());
    for (String claims : new String[] {"'aud':'other'", "'iss':'https://evil'", "'exp':1"}) {
      var failure = trip.failingBack("{'credential':'" + token(claims) + "'}");
      assertEquals("connector.social_invalid_id_token", failure.code());
    }
  }

  private String token(String more) {
    var claims = (ObjectNode) SocialTrip.json(ADA);
    claims.put("iss", "https://accounts.google.com").put("aud", "me");
    claims.put("exp", Loopback.NOW.getEpochSecond() + 60);
    return OWN.rs256(claims.setAll((ObjectNode) SocialTrip.json("{" + more + "}")));
  }

  @Test
  void a401IsABadTokenAndOtherFailuresAreGeneral() {
    provider.reply("/v1/userinfo", 401, "application/json", "{}");
    assertEquals("connector.social_invalid_access_token", trip(CONFIG).failingSignIn().code());
    provider.reply("/token", 400, "application/json", "{\"error\":\"invalid_grant\"}");
    assertEquals("connector.general", trip(CONFIG).failingSignIn().code());
  }

  @Test
  void refreshingKeepsGooglesSilenceAboutTheRefreshToken() {
    provider.json(
        "/token", "{\"access_token\":\"at2\",\"token_type\":\"Bearer\",\"expires_in\":1}");
    var tokens = new Google().refresh("rt", SocialTrip.json(CONFIG), provider.outside());
    assertEquals(new TokenSet("at2", "Bearer", 1L, null, null, null), tokens);
    assertEquals("rt", provider.asked("/token").form().get("refresh_token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'prompts':['login']",
        "'prompts':'none'",
        "'offlineAccess':'yes'",
        "'oneTap':{'isEnabled':1}"
      })
  void faultsOfTheConfigurationAreRefused(String more) {
    var config = SocialTrip.json("{'clientId':'me','clientSecret':'s'," + more + "}");
    assertThrows(ConnectorException.class, () -> new Google().check(config));
  }
}
