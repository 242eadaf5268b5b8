package io.gatehouse.connectors.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Loopback;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.connectors.client.IssuedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcTest {
  private static final IssuedTokens OWN = new IssuedTokens();
  private final AtomicReference<Instant> clock = new AtomicReference<>(Loopback.NOW);
  private final StandIn provider = new StandIn().json("/jwks", OWN.jwks());

  @AfterEach
  void stop() {
    provider.close();
  }

  private SocialTrip trip(String more) {
    return new SocialTrip(
        new Oidc(), config(more).toString(), Loopback.outside(provider.uri(), clock::get));
  }

  private ObjectNode config(String more) {
    var config =
        (ObjectNode) SocialTrip.json("{'clientId':'me','clientSecret':'s','scope':'profile'}");
    config.put("authorizationEndpoint", provider.uri("/auth").toString());
    config.put("tokenEndpoint", provider.uri("/token").toString());
    config.putObject("idTokenVerificationConfig").put("jwksUri", provider.uri("/jwks").toString());
    SocialTrip.json("{" + more + "}")
        .properties()
        .forEach(it -> {
          if (it.getKey().equals("idTokenVerificationConfig")) {
            ((ObjectNode) config.path(it.getKey())).setAll((ObjectNode) it.getValue());
          } else {
            config.set(it.getKey(), it.getValue());
          }
        });
    return config;
  }

  /** A sign-in whose ID token has the usual claims and these; JSON null takes a claim away. */
  private SocialTrip answering(SocialTrip trip, String claims) {
    trip.leave();
    provider.json("/token", answer(OWN.es256(claims(trip, claims))));
    return trip;
  }

  private static String answer(String idToken) {
    return "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}";
  }

  private static ObjectNode claims(SocialTrip trip, String more) {
    long now = Loopback.NOW.getEpochSecond();
    var claims = (ObjectNode) SocialTrip.json("{'iss':'https://idp','sub':'42','aud':'me'}");
    claims.put("iat", now).put("exp", now + 300);
    trip.session().get("nonce").ifPresent(nonce -> claims.put("nonce", nonce));
    SocialTrip.json("{" + more + "}")
        .properties()
        .forEach(it -> claims.set(it.getKey(), it.getValue()));
    claims.properties().removeIf(it -> it.getValue().isNull());
    return claims;
  }

  private static SocialUserInfo user(SocialTrip trip) {
    return trip.back("{'code':'c0de'}").user();
  }

  private static void assertRefused(SocialTrip trip) {
    var failure = trip.failingBack("{'code':'c0de'}");
    assertEquals("connector.social_invalid_id_token", failure.code(), failure.getMessage());
    assertEquals(401, failure.status());
  }

  @Test
  void theAuthorizationUrlHoldsNonceOptionsAndCustomParametersWhichWin() {
    var trip =
        trip(
            "'authRequestOptionalConfig':{'prompt':'login','maxAge':60,'uiLocales':'fr','responseMode':'query',"
                + "'display':'page','idTokenHint':'h','loginHint':'l','acrValues':'1'},"
                + "'customConfig':{'prompt':'consent','hostedDomain':'x.y'}");
    String url = trip.leave().toString();
    String nonce = trip.session().get("nonce").orElseThrow();
    assertEquals(
        provider.uri()
            + "/auth?response_type=code&client_id=me&scope=profile+openid"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fcallback%2Fc1%3Fa%3Db&state=st+te&nonce="
            + nonce
            + "&response_mode=query&display=page&prompt=consent&max_age=60&ui_locales=fr"
            + "&id_token_hint=h&login_hint=l&acr_values=1&hosted_domain=x.y",
        url);
  }

  @Test
  void openidIsAddedOnlyWhereItIsMissingAndEveryRequestHasItsOwnNonce() {
    var trip = trip("'scope':'openid email'");
    assertEquals("openid email", StandIn.parse(trip.leave().getRawQuery()).get("scope"));
    String first = trip.session().get("nonce").orElseThrow();
    assertEquals("x openid", StandIn.parse(trip.leave("x").getRawQuery()).get("scope"));
    assertNotEquals(first, trip.session().get("nonce").orElseThrow());
  }

  @Test
  void theProfileIsThatOfTheIdTokenAndNoUserinfoIsAsked() {
    var trip =
        answering(
            trip(""),
            "'name':'Ada','picture':'https://p','email':'a@b.c','email_verified':true,"
                + "'phone':'491','phone_verified':true");
    var answer = trip.back("{'code':'c0de'}");
    assertEquals(
        new SocialUserInfo("42", "a@b.c", "491", "Ada", "https://p", answer.user().rawData()),
        answer.user());
    assertEquals(
        new TokenSet(
            "at",
            "Bearer",
            null,
            null,
            null,
            answer.tokens() == null ? "" : answer.tokens().idToken()),
        answer.tokens());
    assertEquals(2, provider.asked().size());
    assertEquals("c0de", provider.asked("/token").form().get("code"));
  }

  @Test
  void theStandardNamesOfPhoneNumbersAreKnownToo() {
    assertEquals(
        "492",
        user(answering(trip(""), "'phone_number':'492','phone_number_verified':true")).phone());
    assertNull(user(answering(trip(""), "'phone_number':'492'")).phone());
  }

  @ParameterizedTest
  @CsvSource({
    "true,  false, a@b.c",
    "false, false, ",
    "null,  false, ",
    "null,  true,  a@b.c",
    "false, true,  ",
  })
  void anAddressCountsWhenVerifiedOrWhenTrustedAndNothingIsSaid(
      String verified, boolean trust, String email) {
    var trip = trip("'trustUnverifiedEmail':" + trust);
    assertEquals(
        email, user(answering(trip, "'email':'a@b.c','email_verified':" + verified)).email());
  }

  @ParameterizedTest
  @CsvSource({"true,a@b.c", "1,a@b.c", "YES,a@b.c", "false,", "0,", "maybe,"})
  void truthsWrittenAsTextAreReadWhereThatIsSwitchedOn(String text, String email) {
    String claims = "'email':'a@b.c','email_verified':'" + text + "'";
    assertEquals(
        email, user(answering(trip("'acceptStringTypedBooleanClaims':true"), claims)).email());
    assertRefused(answering(trip(""), claims));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'nonce':'of another request'",
        "'aud':'somebody else'",
        "'aud':[]",
        "'aud':null",
        "'exp':1",
        "'exp':null",
        "'exp':'tomorrow'",
        "'nbf':99999999999",
        "'sub':null",
        "'sub':''",
        "'sub':7",
        "'name':7",
      })
  void tokensWithTheWrongClaimsAreRefused(String claims) {
    assertRefused(answering(trip(""), claims));
  }

  @Test
  void aTokenWithoutNonceIsTolerated() {
    assertEquals("42", user(answering(trip(""), "'nonce':null,'aud':['x','me']")).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'issuer':'https://idp' | true",
        "'issuer':'https://idp/' | false",
        "'issuer':['https://a','https://idp'] | true",
        "'issuer':['https://a'] | false",
        "'audience':'ignored' | true",
        "'algorithms':['ES256'] | true",
        "'algorithms':['RS256'] | false",
        "'subject':'42' | true",
        "'subject':'43' | false",
        "'typ':'JWT' | true",
        "'typ':'at+jwt' | false",
        "'maxTokenAge':'1 minute' | true",
        "'currentDate':'2026-03-01T12:04:59Z' | true",
        "'currentDate':'2026-03-01T12:05:00Z' | false",
        "'currentDate':'2026-03-01T12:05:30Z','clockTolerance':'1m' | true",
        "'currentDate':'2026-03-01T12:02:00Z','maxTokenAge':60 | false",
        "'currentDate':'2026-03-01T12:02:00Z','maxTokenAge':60,'clockTolerance':60 | true",
      })
  void eachRuleOfTheVerificationIsKept(String rules, boolean believed) {
    var trip = answering(trip("'idTokenVerificationConfig':{" + rules + "}"), "");
    if (believed) {
      assertEquals("42", user(trip).id());
    } else {
      assertRefused(trip);
    }
  }

  @Test
  void tamperedUnsignedAndForeignTokensAreRefused() throws JOSEException {
    var trip = answering(trip(""), "");
    String good = OWN.es256(claims(trip, ""));
    String other = OWN.es256(claims(trip, "'sub':'1'"));
    String[] a = good.split("\\.");
    String[] b = other.split("\\.");
    String unsigned = IssuedTokens.part("{\"alg\":\"none\"}") + "." + a[1] + ".";
    String withoutHeader = IssuedTokens.part("null") + "." + a[1] + "." + a[2];
    String withPublicKey = OWN.hs256WithPublicKey(claims(trip, ""));
    String foreign = new IssuedTokens().es256(claims(trip, ""));
    for (String bad :
        new String[] {
          a[0] + "." + b[1] + "." + a[2],
          unsigned,
          withPublicKey,
          foreign,
          withoutHeader,
          "x.y.z",
          "{}"
        }) {
      provider.json("/token", answer(bad.replace("\"", "")));
      assertRefused(trip);
    }
  }

  @Test
  void rsaAndEd25519SignaturesAreUnderstood() {
    var trip = answering(trip(""), "");
    provider.json("/token", answer(OWN.rs256(claims(trip, ""))));
    assertEquals("42", user(trip).id());
    provider.json("/token", answer(OWN.ed25519(claims(trip, ""))));
    assertEquals("42", user(trip).id());
    String token = OWN.ed25519(claims(trip, ""));
    provider.json("/token", answer(token.substring(0, token.length() - 6) + "AAAAAA"));
    assertRefused(trip);
  }

  @Test
  void criticalHeadersAreRefusedUnlessConfigured() {
    var strict = trip("");
    strict.leave();
    provider.json("/token", answer(OWN.critical(claims(strict, ""))));
    assertRefused(strict);
    var told = trip("'idTokenVerificationConfig':{'crit':{'urn:x':true}}");
    told.leave();
    provider.json("/token", answer(OWN.critical(claims(told, ""))));
    assertEquals("42", user(told).id());
  }

  @Test
  void keysAreReadOnceInTenMinutesAndAgainForAnUnknownOne() {
    var trip = answering(trip(""), "");
    user(trip);
    user(trip);
    assertEquals(1, keyReads());
    var rotated = new IssuedTokens();
    provider.json("/token", answer(rotated.es256(claims(trip, ""))));
    assertRefused(trip);
    assertEquals(1, keyReads(), "not within half a minute");
    clock.set(Loopback.NOW.plusSeconds(31));
    provider.json("/jwks", rotated.jwks());
    assertEquals("42", user(trip).id());
    assertEquals(2, keyReads());
    clock.set(Loopback.NOW.plus(Duration.ofMinutes(11)));
    assertRefused(trip);
    assertEquals(3, keyReads());
  }

  private long keyReads() {
    return provider.asked().stream().filter(it -> it.path().equals("/jwks")).count();
  }

  @Test
  void anAnswerWithoutIdTokenIsRefused() {
    var trip = answering(trip(""), "");
    provider.json("/token", "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}");
    assertRefused(trip);
  }

  @Test
  void everythingElseIsAGeneralError() {
    var trip = answering(trip(""), "");
    assertEquals("connector.general", trip.failingBack("{'error':'access_denied'}").code());
    assertEquals("connector.general", trip("").failingBack("{'code':'x'}").code());
    for (String none : new String[] {"{}", "null", "{\"keys\":[null]}"}) {
      provider.json("/jwks", none);
      assertEquals("connector.general", trip.failingBack("{'code':'x'}").code());
    }
    provider.reply("/jwks", 500, "text/plain", "down");
    assertEquals("connector.general", trip.failingBack("{'code':'x'}").code());
    provider.reply("/token", 401, "application/json", "{\"error\":\"invalid_client\"}");
    var failure = trip.failingBack("{'code':'x'}");
    assertEquals("connector.general", failure.code());
    assertEquals("invalid_client", SocialTrip.data(failure).path("error").asText());
  }

  @Test
  void refreshingSpendsTheRefreshToken() {
    provider.json(
        "/token", "{\"access_token\":\"at2\",\"token_type\":\"Bearer\",\"expires_in\":\"60\"}");
    var tokens = new Oidc().refresh("rt", config("'customConfig':{'aB':'c'}"), provider.outside());
    assertEquals(new TokenSet("at2", "Bearer", 60L, null, null, null), tokens);
    assertEquals(
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            "rt",
            "a_b",
            "c",
            "client_id",
            "me",
            "client_secret",
            "s"),
        provider.asked("/token").form());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'scope':null",
        "'tokenEndpoint':null",
        "'idTokenVerificationConfig':{'jwksUri':null}",
        "'idTokenVerificationConfig':{'clockTolerance':'a while'}",
        "'idTokenVerificationConfig':{'currentDate':'today'}",
        "'idTokenVerificationConfig':{'crit':[]}",
        "'idTokenVerificationConfig':{'issuer':[1]}",
        "'acceptStringTypedBooleanClaims':'true'",
        "'trustUnverifiedEmail':1",
        "'authRequestOptionalConfig':{'prompt':[]}",
      })
  void faultsOfTheConfigurationAreRefused(String more) {
    var failure = assertThrows(ConnectorException.class, () -> new Oidc().check(config(more)));
    assertEquals("connector.invalid_config", failure.code());
    assertTrue(SocialTrip.data(failure).path("issues").size() == 1, failure.getMessage());
  }
}
