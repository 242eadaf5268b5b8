package io.gatehouse.connectors.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.StandIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceTest {
  private static final String CONFIG = "{'clientId':'id 1','clientSecret':'s:cret'}";
  private static final String TOKEN =
      "{'access_token':'hf_1','token_type':'bearer','scope':'profile'}".replace('\'', '"');
  private static final String ADA =
      "{\"sub\":\"42\",\"name\":\"Ada\",\"picture\":\"https://hf/a.png\",\"email\":\"ada@example.com\",\"email_verified\":false}";

  private final StandIn provider =
      new StandIn().json("/oauth/token", TOKEN).json("/oauth/userinfo", ADA);

  @AfterEach
  void stop() {
    provider.close();
  }

  private SocialTrip trip(String config) {
    return new SocialTrip(new HuggingFace(), config, provider.outside());
  }

  @Test
  void theAuthorizationUrlHoldsFiveParametersAndNoMore() {
    assertEquals(
        provider.uri()
            + "/oauth/authorize?response_type=code&client_id=id+1&scope=profile"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fcallback%2Fc1%3Fa%3Db&state=st+te",
        trip(CONFIG).leave().toString());
  }

  @Test
  void theRequestsScopeGoesBeforeTheConfiguredOneAndThatBeforeProfile() {
    String config = "{'clientId':'a','clientSecret':'b','scope':'profile email'}";
    assertEquals("profile email", scopeOf(trip(config), null));
    assertEquals("openid", scopeOf(trip(config), "openid"));
    assertEquals("profile", scopeOf(trip(CONFIG), null));
  }

  private static @Nullable String scopeOf(SocialTrip trip, @Nullable String scope) {
    return StandIn.parse(trip.leave(scope).getRawQuery()).get("scope");
  }

  @Test
  void theCodeIsRedeemedWithTheSecretInTheHeaderAsItIs() {
    trip(CONFIG).signIn();
    var asked = provider.asked("/oauth/token");
    assertEquals("POST", asked.method());
    assertEquals("Basic aWQgMTpzOmNyZXQ=", asked.header("Authorization"));
    assertEquals("application/x-www-form-urlencoded", asked.header("Content-Type"));
    assertEquals(
        java.util.Map.of(
            "grant_type", "authorization_code",
            "code", "c0de",
            "redirect_uri", SocialTrip.REDIRECT_URI),
        asked.form());
    assertEquals("bearer hf_1", provider.asked("/oauth/userinfo").header("Authorization"));
  }

  @Test
  void theProfileIsMappedAndTheTokensAreNotHandedOut() {
    var answer = trip(CONFIG).signIn();
    assertEquals(
        new SocialUserInfo(
            "42", "ada@example.com", null, "Ada", "https://hf/a.png", SocialTrip.json(ADA)),
        answer.user());
    assertNull(answer.tokens());
  }

  @Test
  void aMissingAddressIsNoFailure() {
    provider.json("/oauth/userinfo", "{\"sub\":\"42\",\"email\":null}");
    assertNull(trip(CONFIG).signIn().user().email());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':'access_denied'}",
        "{}",
        "{'error':'server_error','code':'x'}",
        "{'code':''}"
      })
  void aRefusalAtTheProviderEndsTheSignInWithItsData(String data) {
    var failure = trip(CONFIG).failingBack(data);
    assertEquals("connector.authorization_failed", failure.code());
    assertEquals(401, failure.status());
    assertEquals(SocialTrip.json(data), failure.data());
  }

  @Test
  void withoutTheRedirectUriOfTheSessionTheCodeIsNotRedeemed() {
    var failure = trip(CONFIG).failingBack("{'code':'c0de'}");
    assertEquals("connector.general", failure.code());
    assertEquals(0, provider.asked().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"token_type\":\"bearer\",\"scope\":\"\"} | connector.invalid_response",
        "{\"access_token\":\"a\",\"scope\":\"\"} | connector.invalid_response",
        "{\"access_token\":\"a\",\"token_type\":\"bearer\"} | connector.invalid_response",
        "{\"access_token\":7,\"token_type\":\"bearer\",\"scope\":\"\"} | connector.invalid_response",
        "[] | connector.invalid_response",
        "<html> | connector.invalid_response",
        "{\"access_token\":\"\",\"token_type\":\"bearer\",\"scope\":\"\"} | connector.social_auth_code_invalid",
        "{\"access_token\":\"a\\r\\nX: y\",\"token_type\":\"bearer\",\"scope\":\"\"} | connector.invalid_response",
      })
  void tokenAnswersOfTheWrongShapeAreRefused(String body, String code) {
    provider.json("/oauth/token", body);
    assertEquals(code, trip(CONFIG).failingSignIn().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth/token", "/oauth/userinfo"})
  void statusesOfTheProviderBecomeErrors(String path) {
    provider.reply(path, 401, "application/json", "{\"error\":\"invalid\"}");
    assertEquals("connector.social_invalid_access_token", trip(CONFIG).failingSignIn().code());
    provider.reply(path, 400, "application/json", "{\"error\":\"invalid_grant\"}");
    var failure = trip(CONFIG).failingSignIn();
    assertEquals("connector.general", failure.code());
    assertEquals("invalid_grant", SocialTrip.data(failure).path("error").asText());
    provider.reply(path, 502, "text/html", "<h1>Down</h1>");
    assertEquals("<h1>Down</h1>", SocialTrip.data(trip(CONFIG).failingSignIn()).asText());
  }

  @Test
  void aProfileWithoutSubIsRefused() {
    provider.json("/oauth/userinfo", "{\"name\":\"Ada\"}");
    assertEquals("connector.invalid_response", trip(CONFIG).failingSignIn().code());
  }

  @Test
  void aProviderThatIsDownIsAGeneralError() {
    provider.close();
    assertEquals("connector.general", trip(CONFIG).failingSignIn().code());
  }

  @Test
  void everyFaultOfTheConfigurationIsNamed() {
    var failure =
        assertThrows(
            ConnectorException.class,
            () -> new HuggingFace().check(SocialTrip.json("{'clientId':7,'scope':[]}")));
    assertEquals(
        SocialTrip.json(
            """
            {'issues':[
              {'code':'invalid_type','path':['clientId'],'message':'Expected string but received number.',
               'expected':'string','received':'number'},
              {'code':'invalid_type','path':['clientSecret'],'message':'Expected string but received undefined.',
               'expected':'string','received':'undefined'},
              {'code':'invalid_type','path':['scope'],'message':'Expected string but received array.',
               'expected':'string','received':'array'}],
             'name':'ZodError'}\
            """),
        failure.data());
    assertEquals(
        "Error in key path \"clientId\": (invalid_type) Expected string but received number.",
        String.valueOf(failure.details()).lines().findFirst().orElseThrow());
  }
}
