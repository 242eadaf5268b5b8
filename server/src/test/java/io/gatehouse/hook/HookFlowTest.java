package io.gatehouse.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class HookFlowTest {
  private static final String STRONG = "nine-Loud_cranes";

  @Inject ApiClients clients;
  @Inject People people;

  private final HookReceiver receiver = new HookReceiver();
  private final Browser browser = new Browser();
  private ApiClient api;
  private String hook = "";

  @BeforeEach
  void listen() {
    api = clients.management();
    hook =
        api.post(
                "/api/hooks",
                "{\"events\":%s,\"config\":{\"url\":\"%s\"}}"
                    .formatted(
                        JsonCodec.text(
                            List.of(
                                "PostRegister",
                                "PostSignIn",
                                "User.Created",
                                "User.Data.Updated",
                                "Identifier.Lockout")),
                        receiver.url()))
            .json()
            .get("id")
            .asText();
  }

  @AfterEach
  void close() {
    api.delete("/api/hooks/" + hook);
    receiver.close();
  }

  @Test
  void aSignInIsTold() {
    User person = people.anybody();
    assertEquals(303, signIn(String.valueOf(person.username()), People.PASSWORD).status());
    JsonNode told = receiver.await("PostSignIn").json();
    assertEquals(
        List.of(
            "event",
            "createdAt",
            "interactionEvent",
            "sessionId",
            "userAgent",
            "userId",
            "userIp",
            "user",
            "application",
            "hookId"),
        told.properties().stream().map(member -> member.getKey()).toList());
    assertEquals("SignIn", told.get("interactionEvent").asText());
    assertEquals(person.id(), told.get("userId").asText());
    assertEquals(
        List.of(
            "id",
            "username",
            "primaryEmail",
            "primaryPhone",
            "name",
            "avatar",
            "customData",
            "identities",
            "lastSignInAt",
            "createdAt",
            "updatedAt",
            "profile",
            "applicationId",
            "cimdClientId",
            "isSuspended"),
        told.get("user").properties().stream().map(member -> member.getKey()).toList());
    assertTrue(told.at("/user/lastSignInAt").asLong() > 0);
    assertEquals("demo-app", told.at("/application/id").asText());
    assertEquals(1, receiver.received().size());
  }

  @Test
  void aRegistrationIsToldWithTheNewPerson() {
    String name = People.username();
    browser.follow(browser.authorize("first_screen", "register"));
    Seen made = browser.post("/register?app_id=demo-app", "identifier", name, "password", STRONG);
    assertEquals(303, made.status(), made.text());
    JsonNode registered = receiver.await("PostRegister").json();
    assertEquals("Register", registered.get("interactionEvent").asText());
    JsonNode created = receiver.await("User.Created").json();
    assertEquals(name, created.at("/data/username").asText());
    assertEquals("demo-app", created.get("applicationId").asText());
    assertEquals(registered.get("sessionId"), created.get("sessionId"));
    assertFalse(created.has("path"));
  }

  @Test
  void whoIsLockedOutIsTold() {
    String name = people.anybody().username();
    api.patch("/api/sign-in-exp", "{\"sentinelPolicy\":{\"maxAttempts\":2,\"lockoutDuration\":1}}");
    try {
      signIn(String.valueOf(name), "wrong one");
      signIn(String.valueOf(name), "wrong one");
      JsonNode told = receiver.await("Identifier.Lockout").json();
      assertEquals("username", told.get("type").asText());
      assertEquals(name, told.get("value").asText());
      assertEquals("SignIn", told.get("interactionEvent").asText());
      assertEquals("demo-app", told.get("applicationId").asText());
      assertTrue(told.has("ip"));
    } finally {
      api.patch("/api/sign-in-exp", "{\"sentinelPolicy\":{}}");
    }
  }

  private Seen signIn(String name, String password) {
    browser.follow(browser.authorize());
    return browser.post("/sign-in?app_id=demo-app", "identifier", name, "password", password);
  }
}
