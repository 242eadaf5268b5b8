package io.gatehouse.experience;

import static io.gatehouse.experience.CustomPage.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Authenticator;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second factor that is asked for where something is unusual. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AdaptiveFlowTest {
  private static final String EVENT = "PostSignInAdaptiveMfaTriggered";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject Db db;

  private final CustomPage page = new CustomPage();
  private final HookReceiver receiver = new HookReceiver();
  private ApiClient api;
  private String hook = "";

  @BeforeEach
  void prepare() {
    api = clients.management();
    Answer made =
        api.post(
            "/api/hooks",
            "{\"name\":\"adaptive\",\"events\":[\"%s\"],\"config\":{\"url\":\"%s\"}}"
                .formatted(EVENT, receiver.url()));
    assertEquals(201, made.status(), made.text());
    hook = made.json().get("id").asText();
    settings(
        """
        {"mfa":{"factors":["Totp"],"policy":"PromptAtSignInAndSignUpMandatory"},"adaptiveMfa":{"enabled":true}}
        """);
  }

  @AfterEach
  void restore() {
    clock.reset();
    settings(
        "{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"},\"adaptiveMfa\":{\"enabled\":false}}");
    api.delete("/api/hooks/" + hook);
    receiver.close();
  }

  @Test
  void whoWasAwayForLongShowsTheirFactorAndIsToldOf() {
    User person = people.anybody();
    String secret = app(person);
    page.identify(person);
    page.end();
    db.update(
        TenantId.DEFAULT,
        "update users set last_sign_in_at = now() - interval '31 days' where tenant_id = 'default' and id = ?",
        person.id());
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    told(person, "long_inactivity");
    shows(secret);
    page.identify(person);
    page.end();
  }

  @Test
  void aCountryIsNewUntilSomebodyHasSignedInThere() {
    User person = people.anybody();
    String secret = app(person);
    page.by("x-logto-cf-country", "FR", "x-logto-cf-city", "Paris");
    page.identify(person);
    page.end();
    page.identify(person);
    page.end();
    page.by("x-logto-cf-country", "AU", "x-logto-cf-city", "Sydney");
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    JsonNode rule = told(person, "new_country");
    assertEquals("AU", rule.at("/details/currentCountry").asText(), rule.toString());
    shows(secret);
    page.identify(person);
    page.end();
    page.by();
    page.identify(person);
    page.end();
  }

  @Test
  void nobodyIsHereAndFarAwayAtOnce() {
    User person = people.anybody();
    String secret = app(person);
    page.by("x-logto-cf-latitude", "48.8566", "x-logto-cf-longitude", "2.3522");
    page.identify(person);
    page.end();
    page.by("x-logto-cf-latitude", "-33.8688", "x-logto-cf-longitude", "151.2093");
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    JsonNode rule = told(person, "geo_velocity");
    assertTrue(rule.at("/details/distanceKm").asInt() > 16_000, rule.toString());
    shows(secret);
  }

  @Test
  void whatLooksLikeARobotShowsMoreThanAPassword() {
    User person = people.anybody();
    app(person);
    page.by("x-logto-cf-bot-score", "80", "x-logto-cf-bot-verified", "false");
    page.identify(person);
    page.end();
    page.by("x-logto-cf-bot-score", "12");
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    assertEquals(12, told(person, "untrusted_ip").at("/details/botScore").asInt());
    page.by("x-logto-cf-bot-score", "80", "x-logto-cf-bot-verified", "true");
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    page.by("bot-score", "12");
    page.identify(person);
    page.end();
  }

  private String app(User person) {
    return api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"Totp\"}")
        .json()
        .get("secret")
        .asText();
  }

  private void shows(String secret) {
    id(page.send("/verification/totp/verify", "code", Authenticator.code(secret, clock.instant())));
    page.end();
  }

  /** What the hook was told is unusual about the person's sign-in. */
  private JsonNode told(User person, String rule) {
    JsonNode told =
        receiver
            .await(each ->
                each.event().equals(EVENT)
                    && each.json().path("userId").asText().equals(person.id()))
            .json();
    assertEquals("true", told.at("/adaptiveMfaResult/requiresMfa").toString());
    JsonNode first = told.at("/adaptiveMfaResult/triggeredRules/0");
    assertEquals(rule, first.path("rule").asText(), told.toString());
    return first;
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
