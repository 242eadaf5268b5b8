package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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

/** Refresh tokens at the token endpoint. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RefreshTokenFlowTest {
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
  @Spec("RFC 9700 §4.14.2")
  void aPublicClientsRefreshTokenRotatesAndALateReuseRevokesEverything() {
    Answer first = spa.exchange(provider.code(user, provider.browser(), spa));
    Answer second = spa.refresh(first.text("refresh_token"));
    assertEquals(200, second.status(), second.json().toString());
    assertNotEquals(first.text("refresh_token"), second.text("refresh_token"));
    Answer retried = spa.refresh(first.text("refresh_token"));
    assertEquals(200, retried.status());
    assertNotEquals(second.text("refresh_token"), retried.text("refresh_token"));
    clock.pass(Duration.ofMillis(3_100));
    assertEquals("invalid_grant", spa.refresh(first.text("refresh_token")).error());
    assertEquals("invalid_grant", spa.refresh(second.text("refresh_token")).error());
    assertEquals(401, spa.userinfo(second.text("access_token")).status());
  }

  @Test
  void racingRefreshesAllSucceedWithinTheLeeway() throws Exception {
    Answer first = spa.exchange(provider.code(user, provider.browser(), spa));
    List<Answer> answers = Provider.atOnce(16, () -> spa.refresh(first.text("refresh_token")));
    assertEquals(16, answers.stream().filter(answer -> answer.status() == 200).count());
  }

  @Test
  void aConfidentialClientsRefreshTokenRotatesInTheLastPartOfItsLifeOnly() {
    TestClient web = provider.application("Traditional");
    String secret = provider.secretOf(web);
    Answer first =
        web.exchange(provider.code(user, provider.browser(), web), "client_secret", secret);
    assertEquals(200, first.status(), first.json().toString());
    Answer early = web.refresh(first.text("refresh_token"), "client_secret", secret);
    assertEquals(first.text("refresh_token"), early.text("refresh_token"));
    clock.pass(Duration.ofDays(10));
    Answer late = web.refresh(first.text("refresh_token"), "client_secret", secret);
    assertNotEquals(first.text("refresh_token"), late.text("refresh_token"));
  }

  @Test
  @Spec("RFC 6749 §6")
  void aRefreshMayNarrowTheScopeButNotWidenIt() {
    Answer first = spa.exchange(provider.code(user, provider.browser(), spa));
    assertEquals(
        "invalid_scope", spa.refresh(first.text("refresh_token"), "scope", "openid email").error());
    Answer narrowed = spa.refresh(first.text("refresh_token"), "scope", "openid");
    assertEquals("openid", narrowed.text("scope"));
    assertFalse(TestClient.payload(narrowed.text("id_token")).has("username"));
  }
}
