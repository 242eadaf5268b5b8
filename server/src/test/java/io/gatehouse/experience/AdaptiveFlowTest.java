package io.gatehouse.experience;

import static io.gatehouse.experience.CustomPage.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
    settings(
        "{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"},\"adaptiveMfa\":{\"enabled\":false}}");
    api.delete("/api/hooks/" + hook);
    receiver.close();
  }

  @Test
  void whoWasAwayForLongShowsTheirFactorAndIsToldOf() {
    User person = people.anybody();
    String secret =
        api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"Totp\"}")
            .json()
            .get("secret")
            .asText();
    page.identify(person);
    page.end();
    db.update(
        TenantId.DEFAULT,
        "update users set last_sign_in_at = now() - interval '31 days' where tenant_id = 'default' and id = ?",
        person.id());
    page.identify(person);
    assertEquals("session.mfa.require_mfa_verification", page.refusal());
    JsonNode told = receiver.await(EVENT).json();
    assertEquals(person.id(), told.get("userId").asText());
    assertEquals("long_inactivity", told.at("/adaptiveMfaResult/triggeredRules/0/rule").asText());
    assertEquals("true", told.at("/adaptiveMfaResult/requiresMfa").toString());
    String code = Authenticator.code(secret, clock.instant());
    id(page.send("/verification/totp/verify", "code", code));
    page.end();
    page.identify(person);
    page.end();
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
