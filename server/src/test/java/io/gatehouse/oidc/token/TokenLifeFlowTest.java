package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets which tokens, and how long they live. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class TokenLifeFlowTest {
  private static final String WITHOUT_OFFLINE = "openid profile";

  @Inject Provider provider;
  @Inject ServerClock clock;

  private String user;

  @BeforeEach
  void prepare() {
    user = provider.person();
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  void anIdTokenLivesAsLongAsItsApplicationSays() {
    assertEquals(3600, life(signedIn(provider.application("SPA")).text("id_token")));
    TestClient brief = application("SPA", "\"idTokenTtl\": 90");
    assertEquals(90, life(signedIn(brief).text("id_token")));
  }

  @Test
  void anAccessTokenLivesAsLongAsItsResourceSays() {
    String indicator = "https://brief.example/" + user;
    provider.made(
        "/api/resources",
        "{\"name\":\"Brief\",\"indicator\":\"%s\",\"accessTokenTtl\":120}".formatted(indicator));
    TestClient spa = provider.application("SPA");
    String code = provider.code(user, provider.browser(), spa, "resource", indicator);
    Answer tokens = spa.exchange(code, "resource", indicator);
    assertEquals(120, tokens.json().get("expires_in").asInt());
    assertEquals(120, life(tokens.text("access_token")));
  }

  @Test
  void withoutOfflineAccessOnlyWebApplicationsThatWantItGetARefreshToken() {
    String always = "\"alwaysIssueRefreshToken\": true";
    assertFalse(
        signedIn(provider.application("SPA"), "scope", WITHOUT_OFFLINE)
            .json()
            .has("refresh_token"));
    assertTrue(
        signedIn(application("SPA", always), "scope", WITHOUT_OFFLINE).json().has("refresh_token"));
    assertFalse(
        signedIn(application("Native", always), "scope", WITHOUT_OFFLINE)
            .json()
            .has("refresh_token"));
    assertFalse(signedIn(provider.application("SPA"), "prompt", "").json().has("refresh_token"));
  }

  @Test
  void aPagesLineOfTokensEndsWithItsFirstAndANativeApplicationsGoesOn() {
    TestClient spa = application("SPA", "\"refreshTokenTtlInDays\": 3");
    TestClient phone = application("Native", "\"refreshTokenTtlInDays\": 3");
    String ofSpa = signedIn(spa).text("refresh_token");
    String ofPhone = signedIn(phone).text("refresh_token");
    clock.pass(Duration.ofDays(2));
    ofSpa = spa.refresh(ofSpa).text("refresh_token");
    ofPhone = phone.refresh(ofPhone).text("refresh_token");
    clock.pass(Duration.ofDays(2));
    assertEquals("invalid_grant", spa.refresh(ofSpa).error());
    assertEquals(200, phone.refresh(ofPhone).status());
  }

  @Test
  void aTokenRotatesOnlyWhereTheApplicationLetsIt() {
    TestClient still = application("SPA", "\"rotateRefreshToken\": false");
    String token = signedIn(still).text("refresh_token");
    assertEquals(token, still.refresh(token).text("refresh_token"));
    TestClient turning = provider.application("SPA");
    String first = signedIn(turning).text("refresh_token");
    assertNotEquals(first, turning.refresh(first).text("refresh_token"));
  }

  @Test
  void nothingOutlivesItsGrant() {
    TestClient phone = application("Native", "\"refreshTokenTtlInDays\": 180");
    String token = signedIn(phone).text("refresh_token");
    clock.pass(Duration.ofDays(179));
    token = phone.refresh(token).text("refresh_token");
    clock.pass(Duration.ofDays(2));
    assertEquals("invalid_grant", phone.refresh(token).error());
  }

  @Test
  void aSessionLastsAFortnightFromItsLastUse() {
    TestClient spa = provider.application("SPA");
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    for (int visit = 0; visit < 2; visit++) {
      clock.pass(Duration.ofDays(13));
      assertTrue(Provider.location(browser.get(spa.authorizationUrl())).contains("code="));
    }
    clock.pass(Duration.ofDays(15));
    assertEquals(
        "/sign-in?app_id=" + spa.id, Provider.location(browser.get(spa.authorizationUrl())));
  }

  private Answer signedIn(TestClient client, String... changes) {
    return client.exchange(provider.code(user, provider.browser(), client, changes));
  }

  private TestClient application(String type, String custom) {
    return provider.application(type, ", \"customClientMetadata\": {" + custom + "}");
  }

  private static int life(String token) {
    JsonNode claims = TestClient.payload(token);
    return claims.get("exp").asInt() - claims.get("iat").asInt();
  }
}
