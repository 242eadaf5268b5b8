package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes at the token endpoint. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AuthorizationCodeFlowTest {
  @Inject Provider provider;
  @Inject ServerClock clock;

  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 6749 §4.1.2")
  void aSecondRedemptionRevokesTheFirst() {
    String code = provider.code(user, provider.browser(), spa);
    Answer first = spa.exchange(code);
    assertEquals(200, first.status());
    assertEquals("invalid_grant", spa.exchange(code).error());
    assertEquals(401, spa.userinfo(first.text("access_token")).status());
    assertEquals("invalid_grant", spa.refresh(first.text("refresh_token")).error());
  }

  @Test
  @Spec("RFC 6749 §4.1.2")
  void ofSixteenRedemptionsAtOnceOneWins() throws Exception {
    String code = provider.code(user, provider.browser(), spa);
    List<Answer> answers = Provider.atOnce(16, () -> spa.exchange(code));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
  }

  @Test
  void sixteenTabsAtOnceBuildOnOneGrant() throws Exception {
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, spa);
    TestClient other = provider.application("SPA");
    List<String> codes = Provider.atOnce(16, () -> provider.code(user, browser, other));
    for (String code : codes) {
      assertEquals(200, other.exchange(code).status());
    }
  }

  @Test
  @Spec("RFC 6749 §4.1.3")
  @Spec("RFC 7636 §4.6")
  void aCodeIsGoodForItsClientRedirectUriAndVerifierOnlyAndForAMinute() {
    TestClient other = provider.application("SPA");
    assertEquals(
        "invalid_grant", other.exchange(provider.code(user, provider.browser(), spa)).error());
    assertEquals(
        "invalid_grant",
        spa.exchange(
                provider.code(user, provider.browser(), spa),
                "redirect_uri",
                Provider.CALLBACK + "/x")
            .error());
    assertEquals(
        "invalid_grant",
        spa.exchange(provider.code(user, provider.browser(), spa), "code_verifier", "x".repeat(43))
            .error());
    assertEquals(
        "invalid_grant",
        spa.exchange(provider.code(user, provider.browser(), spa), "code_verifier", "").error());
    String old = provider.code(user, provider.browser(), spa);
    clock.pass(Duration.ofSeconds(61));
    assertEquals("invalid_grant", spa.exchange(old).error());
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void anApplicationThatWantsItIsAnsweredByTheLetter() {
    String path = "/api/applications/" + spa.id + "/strict-oidc";
    assertEquals("{\"enabled\":false}", provider.api().get(path).text());
    assertEquals(200, provider.api().put(path, "{\"enabled\":true}").status());
    assertEquals("{\"enabled\":true}", provider.api().get(path).text());
    Answer tokens = spa.exchange(provider.code(user, provider.browser(), spa));
    // With an access token, claims of scopes "are returned from the UserInfo Endpoint" alone.
    assertFalse(TestClient.payload(tokens.text("id_token")).has("username"));
    Answer told = spa.userinfo(tokens.text("access_token"));
    assertFalse(told.json().has("name"), "a claim that is not known is left out");
    assertTrue(told.json().get("updated_at").asLong() < 10_000_000_000L, "seconds");
    assertEquals(404, provider.api().get("/api/applications/nothing/strict-oidc").status());
  }

  @Test
  void withoutOfflineAccessTokensEndWithTheSession() {
    EmulatedBrowser browser = provider.browser();
    Answer tokens = spa.exchange(provider.code(user, browser, spa, "scope", "openid profile"));
    assertEquals("", tokens.text("refresh_token"));
    provider.signOut(browser, spa);
    assertEquals(401, spa.userinfo(tokens.text("access_token")).status());
  }
}
