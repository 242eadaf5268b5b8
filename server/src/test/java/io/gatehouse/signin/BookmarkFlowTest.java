package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who come to the sign-in page by a bookmark, or too late. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class BookmarkFlowTest {
  private static final String BEGINNING =
      "https://app.example/begin?from=id&iss=http%3A%2F%2Flocalhost%3A3001%2Foidc";

  @Inject Provider provider;
  @Inject ServerClock clock;

  private final Browser browser = new Browser();
  private TestClient client;
  private String page;

  @BeforeEach
  void prepare() {
    client = provider.application("Traditional");
    page = "/sign-in?app_id=" + client.id;
    String agreed = "{\"initiateLoginUri\":\"https://app.example/begin?from=id\"}";
    String path = "/api/applications/" + client.id + "/protocol";
    assertEquals(200, provider.api().put(path, agreed).status());
  }

  @AfterEach
  void restore() {
    clock.reset();
  }

  @Test
  @Spec("OpenID Connect Core §4")
  void theApplicationBeginsAnotherSignIn() {
    assertEquals(BEGINNING, browser.get(page).location());
    assertEquals(BEGINNING, browser.get("/register?app_id=" + client.id).location());
    assertEquals(BEGINNING, browser.get(page, "Sec-Fetch-Site", "none").location());
    assertEquals(302, browser.get(page).status());
  }

  @Test
  @Spec("OpenID Connect Core §4")
  void aFormThatIsSentTooLateLeadsThereToo() {
    assertEquals(page, browser.get(client.authorizationUrl()).location());
    assertEquals(200, browser.get(page).status());
    clock.pass(Duration.ofMinutes(61));
    assertEquals(BEGINNING, browser.post(page, "identifier", "x", "password", "y").location());
  }

  @Test
  void nobodyGoesRoundForEverWhoseBrowserKeepsNoCookies() {
    for (String sender : new String[] {"cross-site", "same-site"}) {
      assertEquals("/unknown-session", browser.get(page, "Sec-Fetch-Site", sender).location());
    }
  }

  @Test
  void otherApplicationsAndNoneAreAPageOfOurs() {
    String other = provider.application("Traditional").id;
    for (String named : new String[] {"", "?app_id=" + other, "?app_id=nobody", "?app_id=%00"}) {
      assertEquals("/unknown-session", browser.get("/sign-in" + named).location(), named);
    }
  }
}
