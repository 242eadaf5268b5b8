package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.ProviderPlaces;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google's prompt at the application's own site brings its credential along. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OneTapFlowTest {
  private static final SigningKey KEY = SigningKey.generate(SigningAlgorithm.RS256);
  private static final String CLIENT = "us.apps.googleusercontent.com";

  @Inject ApiClients clients;
  @Inject ProviderPlaces places;
  @Inject InstantSource clock;

  private final Browser browser = new Browser();
  private final StandInProvider google = new StandInProvider();
  private final String subject = "g-" + Ids.shortId();
  private ApiClient api;
  private String connector;

  @BeforeEach
  void configure() {
    google.keys(new JWKSet(KEY.publicJwk()).toString());
    places.move("https://www.googleapis.com/oauth2/v3/certs", google.base() + "/certs");
    api = clients.management();
    Answer made =
        api.post(
            "/api/connectors",
            """
            {"connectorId":"google-universal","config":
              {"clientId":"%s","clientSecret":"secret","oneTap":{"isEnabled":true,"autoSelect":false}}}
            """
                .formatted(CLIENT));
    assertEquals(200, made.status(), made.text());
    connector = made.json().get("id").asText();
    settings(
        "{\"socialSignInConnectorTargets\":[\"google\"],\"socialSignIn\":{\"skipRequiredIdentifiers\":true}}");
  }

  @AfterEach
  void restore() {
    settings("{\"socialSignInConnectorTargets\":[],\"socialSignIn\":{}}");
    api.delete("/api/connectors/" + connector);
    places.restore();
    google.close();
  }

  @Test
  void theCredentialSignsInOnTheDirectPage() {
    String credential = credential(CLIENT);
    Seen asked = browser.authorize("google_one_tap_credential", credential);
    assertEquals("/direct/social/google?app_id=demo-app&fallback=sign-in", asked.location());
    assertEquals(credential, browser.cookie("_logto_google_one_tap_credential"));
    Seen done = browser.get(asked.location());
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
    assertNull(browser.cookie("_logto_google_one_tap_credential"), "it counts once");
    assertNotNull(browser.get(done.location()).parameter("code"));
    JsonNode user = person();
    assertEquals("Zoë", user.get("name").asText());
    assertEquals("zoe-" + subject + "@example.com", user.get("primaryEmail").asText());
  }

  @Test
  void thePromptOnThePageItselfSignsInToo() {
    Seen page = browser.follow(browser.authorize());
    assertTrue(page.text().contains("data-prompt=\"{&quot;client_id&quot;:&quot;" + CLIENT));
    String policy = page.header("Content-Security-Policy");
    assertTrue(policy.contains(" https://accounts.google.com/gsi/client;"), policy);
    assertTrue(policy.contains("frame-src https://accounts.google.com/gsi/"), policy);
    String path = "/social/prompt?app_id=demo-app";
    Seen wrong = browser.post(path, "credential", credential("another client"));
    assertTrue(wrong.text().contains("role=\"alert\""), wrong.text());
    Seen done = browser.post(path, "credential", credential(CLIENT));
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
    assertEquals("Zoë", person().get("name").asText());
    Browser elsewhere = new Browser();
    elsewhere.authorize();
    Seen forged = elsewhere.post(path, "credential", credential(CLIENT));
    assertEquals(200, forged.status());
    assertFalse(forged.text().contains("/oidc/auth/"));
  }

  @Test
  void aCredentialForSomebodyElseSignsNobodyIn() {
    Seen asked = browser.authorize("google_one_tap_credential", credential("another client"));
    Seen refused = browser.get(asked.location());
    assertEquals(200, refused.status());
    assertTrue(refused.text().contains("name=\"identifier\""), refused.text());
    assertNull(browser.cookie("_logto_google_one_tap_credential"));
    Seen junk = browser.authorize("google_one_tap_credential", "no token; path=/");
    assertEquals("/sign-in?app_id=demo-app", junk.location());
    Seen without = browser.get("/direct/social/google?app_id=demo-app");
    assertTrue(without.location().startsWith("https://accounts.google.com/"), without.location());
  }

  @Test
  void aPageOfOnesOwnTakesItOnlyFromTheBrowserThatBroughtIt() {
    String credential = credential(CLIENT);
    browser.authorize("google_one_tap_credential", credential);
    begin(browser);
    String path = "/api/experience/verification/social/" + connector + "/verify";
    String body = "{\"connectorData\":{\"credential\":\"%s\"}}";
    Browser other = new Browser();
    other.authorize();
    begin(other);
    Seen stolen = other.api("POST", path, body.formatted(credential));
    assertEquals(400, stolen.status());
    assertEquals("session.google_one_tap.cookie_mismatch", stolen.code());
    String forged = "{\"connectorData\":{\"credential\":\"%s\",\"g_csrf_token\":\"t\"}}";
    Seen csrf = browser.api("POST", path, forged.formatted(credential));
    assertEquals("session.csrf_token_mismatch", csrf.code());
    Seen verified = browser.api("POST", path, body.formatted(credential));
    assertEquals(200, verified.status(), verified.text());
    assertEquals(21, verified.json().get("verificationId").asText().length());
    Seen state = browser.api("GET", "/api/experience/interaction", null);
    assertEquals(
        subject,
        state.json().at("/verificationRecords/0/socialUserInfo/id").asText(),
        state.text());
    assertEquals("127.0.0.1", state.json().at("/signInContext/ip").asText());
  }

  @Test
  void pagesAreToldOfThePromptWhereTheProviderIsSwitchedOn() {
    JsonNode shown = clients.anonymous().get("/api/.well-known/sign-in-exp").json();
    assertEquals(
        "{\"isEnabled\":true,\"autoSelect\":false,\"clientId\":\"%s\",\"connectorId\":\"%s\"}"
            .formatted(CLIENT, connector),
        shown.get("googleOneTap").toString());
    settings("{\"socialSignInConnectorTargets\":[]}");
    assertFalse(clients.anonymous().get("/api/.well-known/sign-in-exp").json().has("googleOneTap"));
  }

  private static void begin(Browser who) {
    Seen begun = who.api("PUT", "/api/experience", "{\"interactionEvent\":\"SignIn\"}");
    assertEquals(204, begun.status(), begun.text());
  }

  private String credential(String audience) {
    long now = clock.instant().getEpochSecond();
    ObjectNode claims =
        JsonCodec.object()
            .put("iss", "https://accounts.google.com")
            .put("aud", audience)
            .put("sub", subject)
            .put("email", "zoe-" + subject + "@example.com")
            .put("email_verified", true)
            .put("name", "Zoë")
            .put("iat", now)
            .put("exp", now + 600);
    return new JwsSigner(KEY).sign("JWT", claims.toString().getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode person() {
    for (JsonNode user : api.get("/api/users?page_size=100").json()) {
      if (user.at("/identities/google/userId").asText().equals(subject)) {
        return user;
      }
    }
    throw new AssertionError(subject);
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
