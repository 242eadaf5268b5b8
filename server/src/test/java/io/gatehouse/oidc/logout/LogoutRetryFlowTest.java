package io.gatehouse.oidc.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.job.Job;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.HookReceiver.Received;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No application misses that a session is over, however it ends and whoever does not answer. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class LogoutRetryFlowTest {
  @Inject Provider provider;
  @Inject ServerClock clock;
  @Inject Db db;
  @Inject @All List<Job> jobs;

  private final HookReceiver receiver = new HookReceiver();
  private TestClient told;
  private String user;
  private EmulatedBrowser browser;
  private String session;

  @BeforeEach
  void signIn() {
    told = provider.application("SPA");
    var answer =
        provider
            .api()
            .patch(
                "/api/applications/" + told.id,
                """
                {"oidcClientMetadata": {"redirectUris": ["%s"], "postLogoutRedirectUris": ["http://localhost:3000/"],
                  "backchannelLogoutUri": "%s", "backchannelLogoutSessionRequired": true}}
                """
                    .formatted(Provider.CALLBACK, receiver.url()));
    assertEquals(200, answer.status(), answer.text());
    user = provider.person();
    browser = provider.browser();
    String idToken = told.exchange(provider.code(user, browser, told)).text("id_token");
    session = TestClient.payload(idToken).path("sid").asText();
  }

  @AfterEach
  void leave() {
    clock.reset();
    receiver.close();
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void whatFailedIsToldAgainWithLongerAndLongerPauses() {
    receiver.refuse(any -> true);
    assertEquals(303, provider.signOut(browser, told).statusCode());
    assertEquals(1, receiver.received().size());
    passAndTell(Duration.ofSeconds(11));
    awaitCalls(2);
    passAndTell(Duration.ofSeconds(15));
    assertEquals(2, receiver.received().size(), "the second pause is longer");
    receiver.refuse(any -> false);
    passAndTell(Duration.ofSeconds(20));
    awaitCalls(3);
    awaitForgotten();
    passAndTell(Duration.ofHours(5));
    assertEquals(3, receiver.received().size(), "what was taken is not told again");

    JsonNode first = claims(receiver.received().getFirst());
    JsonNode last = claims(receiver.received().getLast());
    assertEquals(session, last.path("sid").asText());
    assertEquals(user, last.path("sub").asText());
    assertNotEquals(first.get("jti"), last.get("jti"));
    assertEquals(46, last.path("iat").asLong() - first.path("iat").asLong(), 5);
  }

  @Test
  void afterADayNobodyIsToldAnyMore() {
    receiver.refuse(any -> true);
    provider.signOut(browser, told);
    passAndTell(Duration.ofHours(25));
    assertEquals(1, receiver.received().size());
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void anAdministratorWhoEndsTheSessionHasItTold() {
    String path = "/api/users/" + user + "/sessions/" + session;
    assertEquals(204, provider.api().delete(path + "?revokeGrantsTarget=all").status());
    assertTold();
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void aGrantThatAnAdministratorTakesBackIsToldAndTheSessionGoesOn() {
    String path = "/api/users/" + user + "/grants";
    JsonNode grant = provider.api().get(path).json().path("grants").path(0);
    assertEquals(told.id, grant.at("/payload/clientId").asText());
    assertEquals(204, provider.api().delete(path + "/" + grant.path("id").asText()).status());
    assertTold();
    TestClient other = provider.application("SPA");
    assertTrue(Provider.location(browser.get(other.authorizationUrl())).contains("code="));
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void aSuspensionIsTold() {
    provider.api().patch("/api/users/" + user + "/is-suspended", "{\"isSuspended\":true}");
    assertTold();
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void aDeletionOfThePersonIsTold() {
    assertEquals(204, provider.api().delete("/api/users/" + user).status());
    assertTold();
  }

  @Test
  void anotherPersonInTheSameBrowserEndsTheSessionBefore() {
    browser.get(told.authorizationUrl("prompt", "login"));
    browser.get(provider.signedIn().byPage(browser, told.id, provider.person()));
    assertTold();
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void aDeviceBeyondTheLimitIsToldAndStaysSignedInElsewhere() {
    limitToOne();
    provider.code(user, provider.browser(), told);
    assertTold();
    TestClient other = provider.application("SPA");
    assertTrue(Provider.location(browser.get(other.authorizationUrl())).contains("code="));
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void whoSignsInAgainAfterItMayBeToldAgain() {
    receiver.refuse(any -> true);
    limitToOne();
    EmulatedBrowser second = provider.browser();
    provider.code(user, second, told);
    passAndTell(Duration.ZERO);
    awaitCalls(1);
    // The first one comes back in the same session, and signs out while the notice is unheard.
    assertTrue(Provider.location(browser.get(told.authorizationUrl())).contains("code="));
    receiver.refuse(any -> false);
    assertEquals(303, provider.signOut(browser, told).statusCode());
    List<String> toldOf =
        receiver.received().stream().map(call -> claims(call).path("sid").asText()).toList();
    assertEquals(2, Collections.frequency(toldOf, session), toldOf.toString());
  }

  private void limitToOne() {
    provider
        .api()
        .patch(
            "/api/applications/" + told.id, "{\"customClientMetadata\":{\"maxAllowedGrants\":1}}");
  }

  /** A failure in the transaction leaves the session, and tells nobody. */
  @Test
  void whatDidNotEndIsNotTold() {
    String stranger = "/api/users/" + provider.person() + "/sessions/" + session;
    assertEquals(404, provider.api().delete(stranger).status());
    passAndTell(Duration.ofSeconds(11));
    assertEquals(List.of(), receiver.received());
  }

  private void assertTold() {
    passAndTell(Duration.ZERO);
    JsonNode claims = claims(receiver.await(any -> true));
    assertEquals(user, claims.path("sub").asText());
    assertEquals(session, claims.path("sid").asText());
    assertEquals("http://localhost:3001/oidc", claims.path("iss").asText());
    awaitForgotten();
    passAndTell(Duration.ofMinutes(10));
    assertEquals(1, receiver.received().size());
  }

  private JsonNode claims(Received call) {
    Map<String, String> form = TestClient.query(call.body());
    JsonNode claims = TestClient.payload(Provider.present(form.get("logout_token")));
    assertEquals(told.id, claims.path("aud").asText());
    return claims;
  }

  private void passAndTell(Duration time) {
    clock.pass(time);
    jobs.stream()
        .filter(job -> job.name().equals("tell-logouts"))
        .findFirst()
        .orElseThrow()
        .run(clock.instant());
  }

  /** Whoever told it strikes it off only when the answer has come. */
  private void awaitForgotten() {
    receiver.await(any ->
        db.query(
                TenantId.DEFAULT,
                "select 1 from logout_notices where tenant_id = ? and session_id = ?",
                row -> 1,
                TenantId.DEFAULT,
                session)
            .isEmpty());
  }

  /** The runner in the background may have been faster: its request is then under way. */
  private void awaitCalls(int calls) {
    receiver.await(any -> receiver.received().size() >= calls);
    assertEquals(calls, receiver.received().size());
  }
}
