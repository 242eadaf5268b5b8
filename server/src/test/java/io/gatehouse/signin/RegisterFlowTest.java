package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RegisterFlowTest {
  private static final String REGISTER = "/register?app_id=demo-app";
  private static final String STRONG = "nine-Loud_cranes";

  @Inject ApiClients clients;
  @Inject Db db;

  private final Browser browser = new Browser();

  @Test
  void aNewcomerIsSignedInAndCanSignInAgain() {
    String name = People.username();
    Seen started = browser.authorize("first_screen", "register");
    assertEquals(REGISTER, started.location());
    assertEquals(200, browser.get(started.location()).status());
    Seen made = browser.post(REGISTER, "identifier", name, "password", STRONG);
    assertEquals(303, made.status(), made.text());
    assertNotNull(browser.get(made.location()).parameter("code"));

    Browser other = new Browser();
    other.follow(other.authorize());
    Seen again = other.post("/sign-in?app_id=demo-app", "identifier", name, "password", STRONG);
    assertEquals(303, again.status(), again.text());
    ApiClient api = clients.management();
    String id = api.get("/api/users?search.username=" + name).json().at("/0/id").asText();
    JsonNode settings = api.get("/api/users/" + id + "/logto-configs").json();
    assertEquals(JsonCodec.tree("false"), settings.at("/mfa/enabled"), settings.toString());
  }

  @Test
  void aTakenNameAndAPoorPasswordAreRemarkedBesideTheirFields() {
    String name = People.username();
    browser.follow(browser.authorize("first_screen", "register"));
    assertEquals(303, browser.post(REGISTER, "identifier", name, "password", STRONG).status());
    Browser other = new Browser();
    other.follow(other.authorize("first_screen", "register"));
    int before = failures();
    Seen taken = other.post(REGISTER, "identifier", name, "password", STRONG);
    assertEquals(200, taken.status());
    assertTrue(taken.text().contains("id=\"identifier-error\""), taken.text());
    assertEquals(before + 1, failures(), "whoever tries names is held back in the end");
    Seen poor = other.post(REGISTER, "identifier", People.username(), "password", "aaaaaaaa");
    assertEquals(200, poor.status());
    assertTrue(poor.text().contains("id=\"password-error\""), poor.text());
    Seen odd = other.post(REGISTER, "identifier", "1<b>x", "password", STRONG);
    assertEquals(200, odd.status());
    assertTrue(odd.text().contains("1&lt;b&gt;x"), odd.text());
  }

  /** How many failures count against this machine. */
  private int failures() {
    return db.one(
        TenantId.DEFAULT,
        "select coalesce(sum(failures), 0)::int as failures from network_failures where tenant_id = 'default' and network = '127.0.0.1'",
        row -> row.integer("failures"));
  }

  @Test
  void aNulIsAnsweredWithThePage() {
    browser.follow(browser.authorize("first_screen", "register"));
    Seen remarked = browser.post(REGISTER, "identifier", "a\0b", "password", STRONG);
    assertEquals(200, remarked.status());
    assertTrue(remarked.header("Content-Type").startsWith("text/html"), remarked.text());
    assertTrue(remarked.text().contains("id=\"identifier-error\""), remarked.text());
    Seen elsewhere = browser.post(REGISTER, "a\0b", "c\0d", "identifier", "", "password", "\0");
    assertEquals(200, elsewhere.status());
    assertTrue(elsewhere.header("Content-Type").startsWith("text/html"), elsewhere.text());
    browser.forgetFormToken();
    assertTrue(
        browser
            .post("/sign-in", "form_token", "\0")
            .header("Content-Type")
            .startsWith("text/html"));
  }

  @Test
  void theLanguageChosenInTheFooterIsKept() {
    browser.follow(browser.authorize());
    Seen chosen =
        browser.post("/language", "language", "fr", "return_to", "/sign-in?app_id=demo-app");
    assertEquals(303, chosen.status());
    assertEquals("/sign-in?app_id=demo-app", chosen.location());
    assertEquals("fr", browser.get(chosen.location()).header("Content-Language"));
    assertEquals(
        "/sign-in",
        browser.post("/language", "language", "fr", "return_to", "//evil.example").location());
  }
}
