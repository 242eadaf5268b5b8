package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions and grants as administrators see and end them: it takes effect at once. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SessionListFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;
  private ApiClient api;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
    api = provider.api();
  }

  @Test
  void aSessionIsListedWithWhereItWasBegunAndWhatWasGranted() {
    provider.code(user, provider.browser(), spa);
    JsonNode session = api.get("/api/users/" + user + "/sessions").json().at("/sessions/0");
    assertEquals(spa.id, session.get("clientId").asText());
    assertEquals(user, session.get("accountId").asText());
    JsonNode payload = session.get("payload");
    assertEquals("Session", payload.get("kind").asText());
    assertEquals(payload.get("exp").asLong(), session.get("expiresAt").asLong() / 1_000);
    String grant = payload.get("authorizations").get(spa.id).get("grantId").asText();
    JsonNode granted = api.get("/api/users/" + user + "/grants").json().at("/grants/0");
    assertEquals(grant, granted.get("id").asText());
    assertEquals("App", granted.at("/application/name").asText());
    assertEquals(spa.id, granted.at("/payload/clientId").asText());
    assertEquals(
        session, api.get("/api/users/" + user + "/sessions/" + payload.get("uid").asText()).json());
  }

  @Test
  void endingASessionSignsTheBrowserOutAndKeepsOfflineGrantsUnlessAskedTo() {
    EmulatedBrowser browser = provider.browser();
    Answer tokens = spa.exchange(provider.code(user, browser, spa));
    assertEquals(204, api.delete(session("")).status());
    assertEquals(
        "/sign-in?app_id=" + spa.id, Provider.location(browser.get(spa.authorizationUrl())));
    Answer refreshed = spa.refresh(tokens.text("refresh_token"));
    assertEquals(200, refreshed.status(), "offline access outlives the session");
    Answer others = spa.exchange(provider.code(user, provider.browser(), spa));
    assertEquals(204, api.delete(session("?revokeGrantsTarget=firstParty")).status());
    assertEquals("invalid_grant", spa.refresh(others.text("refresh_token")).error());
    assertEquals(200, spa.refresh(refreshed.text("refresh_token")).status());
  }

  @Test
  void whatWasGrantedStaysListedUnlessAskedTo() {
    EmulatedBrowser browser = provider.browser();
    String[] online = {"scope", "openid", "prompt", "login"};
    String code = provider.code(user, browser, spa, online);
    Answer tokens = spa.exchange(provider.code(user, browser, spa, online));
    assertEquals(200, spa.userinfo(tokens.text("access_token")).status());
    assertEquals(204, api.delete(session("")).status());
    String grants = "/api/users/" + user + "/grants";
    assertEquals(1, api.get(grants).json().get("grants").size());
    assertEquals(401, spa.userinfo(tokens.text("access_token")).status());
    assertEquals("invalid_grant", spa.exchange(code).error(), "its codes end with the session");
    provider.code(user, browser, spa, online);
    assertEquals(204, api.delete(session("?revokeGrantsTarget=all")).status());
    assertEquals(1, api.get(grants).json().get("grants").size());
  }

  @Test
  void revokingAGrantEndsItsTokens() {
    Answer tokens = spa.exchange(provider.code(user, provider.browser(), spa));
    String grants = "/api/users/" + user + "/grants";
    assertEquals(0, api.get(grants + "?appType=thirdParty").json().get("grants").size());
    String grant = api.get(grants + "?appType=firstParty").json().at("/grants/0/id").asText();
    String stranger = "/api/users/" + provider.person() + "/grants/" + grant;
    assertEquals("oidc.invalid_grant", api.delete(stranger).code());
    assertEquals(204, api.delete(grants + "/" + grant).status());
    assertEquals(401, spa.userinfo(tokens.text("access_token")).status());
    assertEquals("invalid_grant", spa.refresh(tokens.text("refresh_token")).error());
    assertEquals("{\"grants\":[]}", api.get(grants).text());
    assertEquals(404, api.delete(grants + "/" + grant).status());
  }

  @Test
  void aGrantBeyondTheApplicationsLimitEndsTheOldest() {
    provider
        .api()
        .patch(
            "/api/applications/" + spa.id, "{\"customClientMetadata\":{\"maxAllowedGrants\":2}}");
    Answer first = spa.exchange(provider.code(user, provider.browser(), spa));
    Answer second = spa.exchange(provider.code(user, provider.browser(), spa));
    assertEquals(200, spa.refresh(first.text("refresh_token")).status());
    Answer third = spa.exchange(provider.code(user, provider.browser(), spa));
    assertEquals("invalid_grant", spa.refresh(first.text("refresh_token")).error());
    assertEquals(200, spa.refresh(second.text("refresh_token")).status());
    assertEquals(200, spa.refresh(third.text("refresh_token")).status());
    assertEquals(2, api.get("/api/users/" + user + "/grants").json().get("grants").size());
    JsonNode logged =
        api.get("/api/logs?logKey=RevokeGrants&applicationId=" + spa.id + "&userId=" + user).json();
    assertEquals(1, logged.size(), logged.toString());
    assertEquals("Success", logged.at("/0/payload/result").asText());
    assertEquals(1, logged.at("/0/payload/revokedGrants/ids").size(), logged.toString());
  }

  @Test
  void aGrantBeyondTheLimitIsToldWithTheApplicationAndTheBrowser() {
    api.patch("/api/applications/" + spa.id, "{\"customClientMetadata\":{\"maxAllowedGrants\":1}}");
    try (HookReceiver receiver = new HookReceiver()) {
      String hook =
          api.post(
                  "/api/hooks",
                  "{\"events\":[\"Grant.LimitExceeded\"],\"config\":{\"url\":\"%s\"}}"
                      .formatted(receiver.url()))
              .json()
              .get("id")
              .asText();
      provider.code(user, provider.browser(), spa);
      provider.code(user, provider.browser(), spa);
      JsonNode told =
          receiver.await(one -> one.body().contains("\"userId\":\"" + user + "\"")).json();
      api.delete("/api/hooks/" + hook);
      assertEquals("Grant.LimitExceeded", told.get("event").asText());
      assertEquals(spa.id, told.get("applicationId").asText());
      assertEquals(1, told.get("revokedGrantIds").size());
      assertEquals(1, told.get("maxAllowedGrants").asInt());
      assertEquals(2, told.get("preRevocationActiveGrantCount").asInt());
      assertEquals(spa.id, told.at("/application/id").asText());
      assertEquals("SPA", told.at("/application/type").asText());
      assertEquals("127.0.0.1", told.get("ip").asText());
      assertTrue(told.get("userAgent").asText().startsWith("Java-http-client"), told.toString());
    }
  }

  @Test
  void othersSessionsAndUnknownOnesAreTold() {
    provider.code(user, provider.browser(), spa);
    String theirs = session("");
    String mine = theirs.replace(user, provider.person());
    assertEquals("oidc.invalid_session_account_id", api.delete(mine).code());
    assertEquals("oidc.session_not_found", api.get(theirs + "x").code());
    assertEquals("guard.invalid_input", api.delete(theirs + "?revokeGrantsTarget=some").code());
    assertEquals("{\"sessions\":[]}", api.get("/api/users/nobody/sessions").text());
    assertTrue(api.get(theirs).status() == 200);
  }

  private String session(String query) {
    String sessions = "/api/users/" + user + "/sessions";
    return sessions + "/" + api.get(sessions).json().at("/sessions/0/payload/uid").asText() + query;
  }
}
