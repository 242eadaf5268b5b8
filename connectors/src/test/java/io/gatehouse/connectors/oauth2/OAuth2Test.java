package io.gatehouse.connectors.oauth2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Loopback;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.TokenSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2Test {
  private final StandIn provider =
      new StandIn()
          .json("/token", "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":3600}")
          .json("/me", "{\"id\":\"7\",\"email\":\"a@b.c\",\"phone\":\"\",\"name\":\"Ada\"}");

  @AfterEach
  void stop() {
    provider.close();
  }

  /** The three addresses, id and secret, and what the test adds. */
  private SocialTrip trip(String more) {
    return new SocialTrip(new OAuth2(), config(more).toString(), provider.outside());
  }

  private ObjectNode config(String more) {
    var config = (ObjectNode) SocialTrip.json("{'clientId':'client','clientSecret':'short'}");
    config.put("authorizationEndpoint", provider.uri("/auth").toString());
    config.put("tokenEndpoint", provider.uri("/token").toString());
    config.put("userInfoEndpoint", provider.uri("/me").toString());
    config.setAll((ObjectNode) SocialTrip.json("{" + more + "}"));
    return config;
  }

  @Test
  void theAuthorizationUrlHoldsTheCustomParametersLast() {
    assertEquals(
        provider.uri()
            + "/auth?response_type=code&client_id=client&scope=read"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fcallback%2Fc1%3Fa%3Db&state=st+te"
            + "&access_type=offline&audience=x",
        trip("'scope':'read','customConfig':{'accessType':'offline','audience':'x'}")
            .leave()
            .toString());
  }

  @Test
  void theScopeIsLeftOutWhenNobodyAsksForOne() {
    assertTrue(!trip("").leave().toString().contains("scope"));
    assertTrue(trip("").leave("a b").toString().contains("scope=a+b&"));
  }

  @Test
  void anEndpointWithAQueryKeepsIt() {
    String url =
        trip("'authorizationEndpoint':'https://idp.example/auth?tenant=1#top'").leave().toString();
    assertTrue(url.startsWith("https://idp.example/auth?tenant=1&response_type=code&"), url);
  }

  @Test
  void secretPostPutsIdAndSecretIntoTheForm() {
    trip("'customConfig':{'deviceId':'d'}").signIn();
    var asked = provider.asked("/token");
    assertNull(asked.header("Authorization"));
    assertEquals(
        Map.of(
            "grant_type", "authorization_code",
            "code", "c0de",
            "redirect_uri", SocialTrip.REDIRECT_URI,
            "device_id", "d",
            "client_id", "client",
            "client_secret", "short"),
        asked.form());
  }

  @Test
  void secretBasicPutsThemIntoTheHeaderOnly() {
    trip("'tokenEndpointAuthMethod':'client_secret_basic'").signIn();
    var asked = provider.asked("/token");
    assertEquals("Basic Y2xpZW50OnNob3J0", asked.header("Authorization"));
    assertEquals(List.of("grant_type", "code", "redirect_uri"), List.copyOf(asked.form().keySet()));
  }

  @ParameterizedTest
  @CsvSource({"HS256,HmacSHA256", "HS384,HmacSHA384", "HS512,HmacSHA512"})
  void secretJwtSignsEvenWithASecretShorterThanTheHash(String algorithm, String mac)
      throws GeneralSecurityException {
    trip("'tokenEndpointAuthMethod':'client_secret_jwt','clientSecretJwtSigningAlgorithm':'"
            + algorithm
            + "'")
        .signIn();
    var form = provider.asked("/token").form();
    assertEquals("client", form.get("client_id"));
    assertNull(form.get("client_secret"));
    assertEquals(
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        form.get("client_assertion_type"));
    String[] parts = form.getOrDefault("client_assertion", "").split("\\.");
    assertEquals(algorithm, decode(parts[0]).path("alg").asText());
    JsonNode claims = decode(parts[1]);
    long now = Loopback.NOW.getEpochSecond();
    assertEquals("client", claims.path("iss").asText());
    assertEquals("client", claims.path("sub").asText());
    assertEquals(provider.uri("/token").toString(), claims.path("aud").asText());
    assertEquals(now, claims.path("iat").asLong());
    assertEquals(now + 600, claims.path("exp").asLong());
    assertTrue(claims.path("jti").asText().length() > 20);
    assertEquals(sign(mac, parts[0] + "." + parts[1]), parts[2]);
  }

  private static JsonNode decode(String part) {
    return SocialTrip.json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static String sign(String algorithm, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec("short".getBytes(StandardCharsets.UTF_8), algorithm));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "query-string, application/json; charset=utf-8, true",
    "query-string, application/x-www-form-urlencoded, false",
    "query-string, text/plain, false",
    "json, application/json, true",
    "json, text/plain, true",
    "json, application/x-www-form-urlencoded;charset=UTF-8, false",
  })
  void theContentTypeDecidesHowAnswersAreReadAndElseTheSetting(
      String setting, String type, boolean json) {
    String body =
        json
            ? "{\"access_token\":\"a t\",\"token_type\":\"bearer\",\"expires_in\":\"3600\",\"refresh_token\":\"r\",\"scope\":\"s t\"}"
            : "access_token=a+t&token_type=bearer&expires_in=3600&refresh_token=r&scope=s%20t";
    provider.reply("/token", 200, type, body);
    assertEquals(
        new TokenSet("a t", "bearer", 3600L, "r", "s t", null),
        trip("'tokenEndpointResponseType':'" + setting + "'").signIn().tokens());
    assertEquals("bearer a t", provider.asked("/me").header("Authorization"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"token_type\":\"bearer\"}",
        "application/json | {\"access_token\":\"a\"}",
        "application/json | {\"access_token\":\"a\",\"token_type\":\"b\",\"expires_in\":\"soon\"}",
        "application/json | null",
        "application/x-www-form-urlencoded | access_token=a",
        "application/x-www-form-urlencoded | access_token=%ZZ&token_type=b",
        "text/html | <html>",
      })
  void tokenAnswersOfTheWrongShapeAreRefusedWithoutRepeatingTokens(String type, String body) {
    provider.reply("/token", 200, type, body);
    var failure = trip("").failingSignIn();
    assertEquals("connector.invalid_response", failure.code());
    assertTrue(!SocialTrip.data(failure).toString().contains("\"a\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"expires_in\":3599.5} | 3599",
        "{\"expires_in\":\"\"} | ",
        "{\"expires_in\":null} | ",
        "{\"expires_in\":\"3600.0\"} | 3600",
      })
  void theLifetimeIsUnderstoodHoweverItIsWritten(String more, @Nullable Long seconds) {
    var answer = (ObjectNode) SocialTrip.json("{'access_token':'a','token_type':'b'}");
    answer.setAll((ObjectNode) SocialTrip.json(more));
    provider.json("/token", answer.toString());
    assertEquals(new TokenSet("a", "b", seconds, null, null, null), trip("").signIn().tokens());
  }

  @Test
  void theTutorialsProviderNeedsTwoEntriesOfTheMapAndNothingElse() {
    provider.json(
        "/me", "{\"sub\":\"108\",\"name\":\"Ada\",\"picture\":\"https://p\",\"email\":\"a@b.c\"}");
    var user = trip("'profileMap':{'id':'sub','avatar':'picture'}").signIn().user();
    assertEquals(
        new SocialUserInfo("108", "a@b.c", null, "Ada", "https://p", user.rawData()), user);
  }

  @Test
  void sourcesMayBeDottedAndIdsMayBeNumbers() {
    provider.json(
        "/me",
        "{\"data\":{\"user\":{\"uid\":12345678901234567,\"tel\":49301234}},\"mails\":[{\"v\":\"x@y.z\"}],\"a.b\":\"https://literal\"}");
    var user =
        trip("'profileMap':{'id':'data.user.uid','phone':'data.user.tel','email':'mails.0.v','avatar':'a.b','name':'no.such'}")
            .signIn()
            .user();
    assertEquals("12345678901234567", user.id());
    assertEquals("49301234", user.phone());
    assertEquals("x@y.z", user.email());
    assertEquals("https://literal", user.avatar());
    assertNull(user.name());
  }

  @Test
  void emptyValuesAreDropped() {
    provider.json("/me", "{\"id\":0,\"email\":\"\",\"phone\":null,\"name\":\"\"}");
    var user = trip("").signIn().user();
    assertEquals("0", user.id());
    assertNull(user.email());
    assertNull(user.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"\"}",
        "{\"id\":null}",
        "{\"id\":{}}",
        "[]",
        "{\"id\":1,\"email\":true}",
        "<x>"
      })
  void profilesOfTheWrongShapeAreRefused(String body) {
    provider.json("/me", body);
    assertEquals("connector.invalid_response", trip("").failingSignIn().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'error':'access_denied','state':'s'}", "{'code':''}", "{}"})
  void aBadCallbackIsAGeneralErrorWithItsData(String data) {
    var failure = trip("").failingBack(data);
    assertEquals("connector.general", failure.code());
    assertEquals(400, failure.status());
    assertEquals(SocialTrip.json(data), failure.data());
  }

  @ParameterizedTest
  @CsvSource({"/token,401", "/token,400", "/token,503", "/me,401", "/me,500", "/me,302"})
  void failuresOfTheProviderAreGeneralErrorsWithItsWords(String path, int status) {
    provider.reply(path, status, "application/json", "{\"error\":\"nope\"}");
    var failure = trip("").failingSignIn();
    assertEquals("connector.general", failure.code());
    assertEquals("nope", SocialTrip.data(failure).path("error").asText());
  }

  @Test
  void refreshingUsesTheSameAuthenticationAndCustomParameters() {
    var tokens =
        new OAuth2()
            .refresh(
                "rt",
                config("'tokenEndpointAuthMethod':'client_secret_basic','customConfig':{'x':'y'}"),
                provider.outside());
    assertEquals("at", tokens.accessToken());
    var asked = provider.asked("/token");
    assertEquals("Basic Y2xpZW50OnNob3J0", asked.header("Authorization"));
    assertEquals(
        Map.of("grant_type", "refresh_token", "refresh_token", "rt", "x", "y"), asked.form());
  }

  @Test
  void aConfigurationWithoutTokenEndpointIsRefusedByName() {
    var config = config("");
    config.remove("tokenEndpoint");
    var failure = assertThrows(ConnectorException.class, () -> new OAuth2().check(config));
    assertEquals("connector.invalid_config", failure.code());
    assertEquals(
        "Error in key path \"tokenEndpoint\": (invalid_type) Expected string but received undefined.",
        failure.details());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'tokenEndpointAuthMethod':'private_key_jwt'",
        "'clientSecretJwtSigningAlgorithm':'none'",
        "'tokenEndpointResponseType':'xml'",
        "'responseType':'token'",
        "'grantType':'password'",
        "'userInfoEndpoint':'javascript:alert(1)'",
        "'tokenEndpoint':'/relative'",
        "'customConfig':{'a':1}",
        "'customConfig':[]",
        "'profileMap':{'id':7}",
        "'profileMap':'id'",
      })
  void otherFaultsOfTheConfigurationAreRefusedToo(String more) {
    var failure = assertThrows(ConnectorException.class, () -> new OAuth2().check(config(more)));
    assertEquals(1, SocialTrip.data(failure).path("issues").size(), failure.getMessage());
  }

  @Test
  void theFixedFieldsMayBeGivenOrLeftOut() {
    new OAuth2().check(config(""));
    new OAuth2().check(config("'responseType':'code','grantType':'authorization_code'"));
  }
}
