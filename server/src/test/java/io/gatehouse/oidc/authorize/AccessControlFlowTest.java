package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets into an application whose access control is on. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccessControlFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String admitted;
  private String stranger;

  @BeforeEach
  void restrict() {
    spa = provider.application("SPA");
    admitted = provider.person();
    stranger = provider.person();
    rules("\"" + admitted + "\"", "");
    ApiClient.Answer on =
        provider
            .api()
            .patch("/api/applications/" + spa.id, "{\"appLevelAccessControlEnabled\":true}");
    assertEquals(200, on.status(), on.text());
  }

  @Test
  void aPersonOfTheRulesGetsInAndAnotherIsToldSo() {
    assertEquals(200, spa.exchange(provider.code(admitted, provider.browser(), spa)).status());
    EmulatedBrowser browser = provider.browser();
    browser.get(spa.authorizationUrl());
    HttpResponse<String> resumed =
        browser.get(provider.signedIn().byPage(browser, spa.id, stranger));
    assertEquals("/consent?app_id=" + spa.id, Provider.location(resumed));
    HttpResponse<String> page = browser.get("/consent?app_id=" + spa.id);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("/oidc/session/end?client_id=" + spa.id), page.body());
    provider.assertError(spa, browser, "access_denied", "prompt", "none");
  }

  @Test
  void aRoleOpensTheDoorAndLosingItShutsItAtTheNextRefresh() {
    String role =
        provider.made("/api/roles", "{\"name\":\"door " + stranger + "\",\"description\":\"-\"}");
    rules("", "\"" + role + "\"");
    provider.api().post("/api/users/" + stranger + "/roles", "{\"roleIds\":[\"" + role + "\"]}");
    EmulatedBrowser browser = provider.browser();
    Answer tokens = spa.exchange(provider.code(stranger, browser, spa));
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals(204, provider.api().delete("/api/users/" + stranger + "/roles/" + role).status());
    Answer refused = spa.refresh(tokens.text("refresh_token"));
    assertEquals("access_denied", refused.error());
    assertEquals(400, refused.status());
    provider.assertError(spa, browser, "access_denied");
    provider.api().post("/api/users/" + stranger + "/roles", "{\"roleIds\":[\"" + role + "\"]}");
    assertEquals(200, spa.refresh(tokens.text("refresh_token")).status(), "it was not used up");
  }

  private void rules(String users, String roles) {
    ApiClient.Answer put =
        provider
            .api()
            .put(
                "/api/applications/" + spa.id + "/access-control",
                """
                {"userIds":[%s],"userRoleIds":[%s],"organizationIds":[],"organizationRoleRules":[]}
                """
                    .formatted(users, roles));
    assertEquals(200, put.status(), put.text());
  }
}
