package io.gatehouse.account.security;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MySessionApiTest {
  private static final String SESSIONS = "/api/my-account/sessions";
  private static final String GRANTS = "/api/my-account/grants";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject ServerClock clock;
  private ApiClient management;
  private User user;
  private Own own;

  @BeforeEach
  void open() {
    management = clients.management();
    management.patch("/api/account-center", SignedInPeople.everything());
    user = people.anybody();
    own = signedIn.client(user).proved();
  }

  @AfterEach
  void close() {
    clock.reset();
    clients.management().patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
  }

  @Test
  void theSessionsAreListedWithTheCurrentOne() {
    Own elsewhere = signedIn.client(user);
    JsonNode sessions = own.get(SESSIONS).json().path("sessions");
    assertEquals(2, sessions.size());
    assertEquals(user.id(), sessions.at("/0/accountId").asText());
    assertTrue(sessions.at("/0/lastSubmission").isNull());
    assertTrue(sessions.at("/0/expiresAt").isNumber());
    assertEquals("Session", sessions.at("/0/payload/kind").asText());
    assertEquals(1, current(sessions).size());
    JsonNode others = elsewhere.with(own.proofId()).get(SESSIONS).json().path("sessions");
    assertEquals(1, current(others).size());
    assertTrue(!current(others).equals(current(sessions)));
  }

  private static java.util.List<String> current(JsonNode sessions) {
    return java.util.stream.StreamSupport.stream(sessions.spliterator(), false)
        .filter(session -> session.path("isCurrent").asBoolean())
        .map(session -> session.at("/payload/uid").asText())
        .toList();
  }

  private static String other(JsonNode sessions) {
    for (JsonNode session : sessions) {
      if (!session.path("isCurrent").asBoolean()) {
        return session.at("/payload/uid").asText();
      }
    }
    throw new AssertionError(sessions.toString());
  }

  @Test
  void aSessionIsEndedWithItsTokens() {
    Own elsewhere = signedIn.client(user);
    String id = other(own.get(SESSIONS).json().path("sessions"));
    assertEquals(204, own.delete(SESSIONS + "/" + id + "?revokeGrantsTarget=all").status());
    assertEquals(401, elsewhere.get("/api/my-account").status());
    assertEquals(200, own.get("/api/my-account").status());
    Answer gone = own.delete(SESSIONS + "/" + id);
    assertEquals(400, gone.status());
    assertEquals("oidc.session_not_found", gone.code());
    assertEquals(404, gone.json().at("/data/status").asInt());
    assertEquals(
        "guard.invalid_input", own.delete(SESSIONS + "/" + id + "?revokeGrantsTarget=no").code());
  }

  @Test
  void aSessionOfAnotherPersonIsNotEnded() {
    Own stranger = signedIn.client(people.anybody()).proved();
    String theirs = current(stranger.get(SESSIONS).json().path("sessions")).getFirst();
    Answer refused = own.delete(SESSIONS + "/" + theirs);
    assertEquals(400, refused.status());
    assertEquals("oidc.invalid_session_account_id", refused.code());
    assertEquals(404, refused.json().at("/data/status").asInt());
    assertEquals(200, stranger.get(SESSIONS).status());
  }

  @Test
  void grantsAreListedAndTakenBack() {
    String theirs =
        management
            .post(
                "/api/applications",
                "{\"name\":\"Theirs\",\"type\":\"Traditional\",\"isThirdParty\":true}")
            .json()
            .path("id")
            .asText();
    Own application = signedIn.by(theirs, user);
    JsonNode grants = own.get(GRANTS + "?appType=thirdParty").json().path("grants");
    assertEquals(1, grants.size());
    assertEquals("Theirs", grants.at("/0/application/name").asText());
    assertEquals(theirs, grants.at("/0/payload/clientId").asText());
    assertEquals(1, own.get(GRANTS + "?appType=firstParty").json().path("grants").size());
    assertEquals("guard.invalid_input", own.get(GRANTS + "?appType=none").code());
    String id = grants.at("/0/id").asText();
    Own stranger = signedIn.client(people.anybody()).proved();
    Answer refused = stranger.delete(GRANTS + "/" + id);
    assertEquals(404, refused.status());
    assertEquals("oidc.invalid_grant", refused.code());
    assertEquals(200, application.get("/api/my-account").status());
    assertEquals(204, own.delete(GRANTS + "/" + id).status());
    assertEquals(401, application.get("/api/my-account").status());
    assertEquals(404, own.delete(GRANTS + "/" + id).status());
  }

  @Test
  void aGrantThatIsOverStaysAsItIs() {
    signedIn.client(user);
    JsonNode grants = own.get(GRANTS).json().path("grants");
    assertEquals(2, grants.size());
    clock.pass(Duration.ofHours(2));
    Own later = signedIn.client(user).proved();
    assertEquals(1, later.get(GRANTS).json().path("grants").size());
    assertEquals(204, later.delete(GRANTS + "/" + grants.at("/0/id").asText()).status());
  }

  @Test
  void theChecksComeInOrder() {
    Own bare = signedIn.client(user, "openid");
    management.patch("/api/account-center", settings("session", "Off"));
    for (String path : new String[] {SESSIONS, GRANTS}) {
      assertEquals("verification_record.permission_denied", bare.get(path).code());
      Own proved = bare.with(own.proofId());
      assertEquals("account_center.field_not_enabled", proved.get(path).code());
      management.patch("/api/account-center", settings("session", "ReadOnly"));
      Answer scope = proved.get(path);
      assertEquals(401, scope.status());
      assertEquals("auth.unauthorized", scope.code());
      assertEquals("account_center.field_not_editable", proved.delete(path + "/x").code());
      assertEquals(200, own.get(path).status());
      management.patch("/api/account-center", settings("session", "Off"));
    }
  }
}
