package io.gatehouse.account.page;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets to the pages of the account centre, what they show, and where they lead. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccountPagesFlowTest {
  @Inject AccountCentre centre;
  @Inject People people;
  @Inject SignedInPeople signedIn;
  @Inject Db db;

  private User user;

  @BeforeEach
  void open() {
    centre.open();
    user = people.anybody();
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void whoeverHasNoSessionSignsInAndComesBackToThePage() {
    SignedInBrowser own = SignedInBrowser.of(user, "/account/profile?ui_locales=fr");
    Seen page = own.opens("/account");
    assertTrue(page.text().contains(String.valueOf(user.username())), page.text());
    assertTrue(page.text().contains("href=\"/account/security\""), page.text());
    assertEquals("no-cache, no-store, must-revalidate", page.header("Cache-Control"));
    assertTrue(page.header("Content-Security-Policy").contains("script-src 'self' 'nonce-"));
    Seen asked = new Browser().get("/account/profile?ui_locales=fr");
    assertEquals(303, asked.status());
    assertEquals("account-center", asked.parameter("client_id"));
    assertEquals("fr", asked.parameter("ui_locales"));
  }

  @Test
  void thePagesAreHeadedInTheReadersLanguage() {
    SignedInBrowser own = SignedInBrowser.of(user, "/account?ui_locales=fr");
    String page = own.opens("/account?ui_locales=fr").text();
    assertTrue(page.contains("<span class=\"gh-app\">Espace compte</span>"), page);
    assertTrue(own.opens("/account?ui_locales=zh-CN").text().contains("账户中心"));
  }

  @Test
  void aBrowserWithoutCookiesIsNotSentRoundForEver() {
    Seen lost = new Browser().get("/account?code=c0de&state=%2Faccount%2Femail");
    assertEquals(400, lost.status());
    assertTrue(lost.text().contains("<h1"), lost.text());
  }

  @Test
  void theWayBackFromSigningInLeadsToOurPagesOnly() {
    SignedInBrowser own = SignedInBrowser.of(user);
    for (String state : new String[] {"https://evil.example/", "//evil.example", "/oidc/auth"}) {
      Seen back =
          own.browser()
              .get("/account?code=c&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
      assertEquals("/account", back.location());
    }
    assertEquals(
        "/account/email?show_success=true",
        own.browser()
            .get("/account?code=c&state=%2Faccount%2Femail%3Fshow_success%3Dtrue")
            .location());
  }

  @Test
  void whereItIsSwitchedOffThePagesAreNotThere() {
    SignedInBrowser own = SignedInBrowser.of(user);
    centre.may("{\"enabled\":false}");
    for (String page : new String[] {"/account", "/account/security", "/account/email"}) {
      Seen seen = own.browser().get(page);
      assertEquals(404, seen.status(), page);
      assertTrue(seen.text().startsWith("<!doctype html>"), seen.text());
      assertEquals(404, new Browser().get(page).status(), page);
    }
  }

  @Test
  void eachPartIsHiddenShownOrChanged() {
    centre.may(settings("username", "ReadOnly", "password", "Edit", "name", "ReadOnly"));
    SignedInBrowser own = SignedInBrowser.of(user);
    String page = own.opens("/account/security").text();
    assertTrue(page.contains(String.valueOf(user.username())), page);
    assertFalse(page.contains("href=\"/account/username\""), page);
    assertTrue(page.contains("href=\"/account/password\""), page);
    assertFalse(page.contains("/account/email"), page);
    assertEquals(403, own.opens("/account/username").status());
    assertEquals(403, own.opens("/account/email").status());
    assertEquals(404, own.proves("/account/sessions").status());
    String profile = own.opens("/account/profile").text();
    assertFalse(profile.contains("name=\"name\""), profile);
    centre.may(settings("password", "Edit"));
    assertEquals(404, own.opens("/account/profile").status());
  }

  @Test
  void whatTheTenantShowsNothingOfIsNotOffered() {
    centre.may(settings("name", "Edit"));
    SignedInBrowser own = SignedInBrowser.of(user);
    String page = own.opens("/account").text();
    assertTrue(page.contains("href=\"/account/profile\""), page);
    assertFalse(page.contains("/account/security"), page);
    assertFalse(page.contains("/account/sessions"), page);
    assertEquals(404, own.opens("/account/security").status());
  }

  @Test
  void theTenantsStyleAndLinkAreThere() {
    centre.may(
        "{\"customCss\":\".gh-card{gap:1px}\",\"deleteAccountUrl\":\"https://a.example/bye\"}");
    String page = SignedInBrowser.of(user).opens("/account").text();
    assertTrue(page.contains(".gh-card{gap:1px}"), page);
    assertTrue(page.contains("href=\"https://a.example/bye\""), page);
  }

  @Test
  void aFormFromElsewhereChangesNothing() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/username");
    own.browser().forgetFormToken();
    Seen refused = own.sends("/account/username", "identifier", People.username());
    assertEquals(403, refused.status());
    assertEquals(user.username(), people.find(user.id()).username());
    SignedInBrowser other = SignedInBrowser.of(people.anybody());
    other.proves("/account/username");
    String theirs = token(other.opens("/account/username").text());
    Seen foreign =
        own.sends("/account/username", "form_token", theirs, "identifier", People.username());
    assertEquals(403, foreign.status());
    assertEquals(user.username(), people.find(user.id()).username());
  }

  private static String token(String page) {
    return page.replaceAll("(?s).*name=\"form_token\" value=\"([^\"]+)\".*", "$1");
  }

  @Test
  void whoIsSuspendedOrSignedOutElsewhereChangesNothingMore() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/username");
    centre.api().patch("/api/users/" + user.id() + "/is-suspended", "{\"isSuspended\":true}");
    for (Seen late :
        new Seen[] {
          own.sends("/account/username", "identifier", People.username()),
          own.browser().get("/account/security")
        }) {
      assertEquals("account-center", late.parameter("client_id"), late.text());
    }
    assertEquals(user.username(), people.find(user.id()).username());
    centre.api().patch("/api/users/" + user.id() + "/is-suspended", "{\"isSuspended\":false}");
    SignedInBrowser again = SignedInBrowser.of(user);
    again.proves("/account/username");
    db.update(
        TenantId.DEFAULT,
        "delete from sessions where tenant_id = ? and user_id = ?",
        TenantId.DEFAULT,
        user.id());
    Seen ended = again.sends("/account/username", "identifier", People.username());
    assertEquals("%2Faccount%2Fusername", ended.parameter("state"), ended.text());
    assertEquals(user.username(), people.find(user.id()).username());
  }

  @Test
  void whoIsDoneGoesBackToWhereAnApplicationIs() {
    Answer made =
        centre
            .api()
            .post(
                "/api/applications",
                "{\"name\":\"Notes\",\"type\":\"SPA\",\"oidcClientMetadata\":{\"redirectUris\":[\"https://notes.example/callback\"],\"postLogoutRedirectUris\":[]}}");
    String id = made.json().path("id").asText();
    try {
      SignedInBrowser own = SignedInBrowser.of(user);
      for (String bad :
          new String[] {
            "https://evil.example/",
            "https://notes.example.evil.example/",
            "https://notes.example@evil.example/",
            "http://notes.example/settings",
            "https://notes.example:444/settings",
            "javascript:alert(1)",
            "//notes.example/"
          }) {
        assertEquals(400, own.opens("/account/password?redirect=" + encoded(bad)).status(), bad);
      }
      String query = "?redirect=" + encoded("https://notes.example/settings?tab=1");
      own.proves("/account/username" + query);
      Seen done = own.sends("/account/username" + query, "identifier", People.username());
      assertEquals("https://notes.example/settings?tab=1", done.location(), done.text());
      Seen told =
          own.sends(
              "/account/username" + query + "&show_success=true", "identifier", People.username());
      assertEquals("/account/success" + query + "&show_success=true", told.location());
      assertTrue(
          own.opens(told.location()).text().contains("https://notes.example/settings?tab=1"));
    } finally {
      centre.api().delete("/api/applications/" + id);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The secret of a session is of its tenant: elsewhere it is nobody's. */
  @Test
  void aSessionOfAnotherTenantOpensNothing() {
    SignedInBrowser own = SignedInBrowser.of(user);
    User there = people.in(TenantId.ADMIN, People.username(), null);
    assertNotEquals(user.id(), there.id());
    String page = own.opens("/account").text();
    assertFalse(page.contains(String.valueOf(there.username())), page);
    signedIn.token(TenantId.ADMIN, there, SignedInPeople.APPLICATION, SignedInPeople.SCOPES);
    String secret =
        db.one(
            TenantId.ADMIN,
            "select id from sessions where tenant_id = ? and user_id = ?",
            row -> row.text("id"),
            TenantId.ADMIN,
            there.id());
    Seen stranger = new Browser().get("/account", "Cookie", "_session=" + secret);
    assertEquals(303, stranger.status(), stranger.text());
  }
}
