package io.gatehouse.account.page;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets to the pages of the account centre, what they show, and what they change. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccountPagesFlowTest {
  private static final String STRONG = "nine-Loud_cranes";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject SignedInPeople signedIn;
  @Inject Db db;

  private ApiClient api;
  private User user;

  @BeforeEach
  void open() {
    api = clients.management();
    may(SignedInPeople.everything());
    user = people.anybody();
  }

  @AfterEach
  void close() {
    clock.reset();
    api = clients.management();
    may(
        "{\"enabled\":false,\"fields\":{},\"deleteAccountUrl\":null,\"customCss\":null,\"profileFields\":null}");
  }

  private void may(String settings) {
    Answer changed = api.patch("/api/account-center", settings);
    assertEquals(200, changed.status(), changed.text());
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
    may("{\"enabled\":false}");
    for (String page : new String[] {"/account", "/account/security", "/account/email"}) {
      Seen seen = own.browser().get(page);
      assertEquals(404, seen.status(), page);
      assertTrue(seen.text().startsWith("<!doctype html>"), seen.text());
      assertEquals(404, new Browser().get(page).status(), page);
    }
  }

  @Test
  void eachPartIsHiddenShownOrChanged() {
    may(settings("username", "ReadOnly", "password", "Edit", "name", "ReadOnly"));
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
    may(settings("password", "Edit"));
    assertEquals(404, own.opens("/account/profile").status());
  }

  @Test
  void theTenantsStyleAndLinkAreThere() {
    may("{\"customCss\":\".gh-card{gap:1px}\",\"deleteAccountUrl\":\"https://a.example/bye\"}");
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
  void aProofIsAskedForAndCountsForTenMinutes() {
    SignedInBrowser own = SignedInBrowser.of(user);
    Seen asked = own.opens("/account/username");
    assertTrue(asked.text().contains("name=\"password\""), asked.text());
    Seen wrong = own.sends("/account/proof?next=/account/username", "password", "guess");
    assertTrue(wrong.text().contains("id=\"password-error\""), wrong.text());
    own.proves("/account/username");
    clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    Seen late = own.sends("/account/username", "identifier", People.username());
    assertEquals("/account/proof?next=%2Faccount%2Fusername", late.location(), late.text());
    assertEquals(user.username(), people.find(user.id()).username());
  }

  @Test
  void aProofLeadsOnToOurPagesOnly() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.opens("/account/proof?next=https%3A%2F%2Fevil.example%2F");
    Seen onward =
        own.sends("/account/proof?next=https%3A%2F%2Fevil.example%2F", "password", People.PASSWORD);
    assertEquals("/account", onward.location(), onward.text());
  }

  @Test
  void aUsernameIsChangedByTheRulesOfTheApi() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/username");
    String taken = String.valueOf(people.anybody().username());
    for (String bad : new String[] {"", "1one", "a b", taken}) {
      Seen refused = own.sends("/account/username", "identifier", bad);
      assertEquals(200, refused.status(), bad);
      assertTrue(refused.text().contains("id=\"identifier-error\""), refused.text());
    }
    Seen sure = own.opens("/account/username/remove");
    assertTrue(sure.text().contains(String.valueOf(user.username())), sure.text());
    Seen last = own.sends("/account/username/remove");
    assertTrue(last.text().contains("role=\"alert\""), last.text());
    String wanted = People.username();
    Seen done = own.sends("/account/username", "identifier", wanted);
    assertEquals("/account/success", done.location(), done.text());
    assertEquals(wanted, people.find(user.id()).username());
    assertTrue(own.opens(done.location()).text().contains("href=\"/account/security\""));
  }

  @Test
  void aPasswordIsReplacedAndTheOldOneIsOver() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/password");
    Seen weak = own.sends("/account/password", "password", "123");
    assertTrue(weak.text().contains("id=\"password-error\""), weak.text());
    Seen same = own.sends("/account/password", "password", People.PASSWORD);
    assertTrue(same.text().contains("id=\"password-error\""), same.text());
    Seen done = own.sends("/account/password", "password", STRONG);
    assertEquals("/account/success", done.location(), done.text());
    var own2 = signedIn.client(user);
    assertEquals(
        422,
        own2.post("/api/verifications/password", "{\"password\":\"" + People.PASSWORD + "\"}")
            .status());
    assertEquals(
        201,
        own2.post("/api/verifications/password", "{\"password\":\"" + STRONG + "\"}").status());
  }

  @Test
  void aProfileIsChangedFieldByField() {
    SignedInBrowser own = SignedInBrowser.of(user, "/account/profile");
    own.opens("/account/profile");
    Seen wrong = own.sends("/account/profile", "name", "Mira", "website", "no address");
    assertTrue(wrong.text().contains("id=\"website-error\""), wrong.text());
    assertTrue(wrong.text().contains("value=\"Mira\""), wrong.text());
    Seen done =
        own.sends("/account/profile", "name", "Mira", "nickname", "M", "birthdate", "1990-05-01");
    assertEquals("/account/success?next=%2Faccount", done.location(), done.text());
    assertTrue(own.opens(done.location()).text().contains("href=\"/account\""));
    User changed = people.find(user.id());
    assertEquals("Mira", changed.name());
    assertEquals("M", changed.profile().path("nickname").asText());
    assertEquals("1990-05-01", changed.profile().path("birthdate").asText());
    own.sends("/account/profile", "name", "", "nickname", "");
    User emptied = people.find(user.id());
    assertNull(emptied.name());
    assertEquals("", emptied.profile().path("nickname").asText());
    may(settings("name", "ReadOnly", "profile", "Edit"));
    own.opens("/account/profile");
    own.sends("/account/profile", "name", "Nobody", "nickname", "N");
    assertNull(people.find(user.id()).name());
    assertEquals("N", people.find(user.id()).profile().path("nickname").asText());
  }

  @Test
  void aPictureIsUploadedReplacedAndRemoved() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.opens("/account/profile/picture");
    Seen nothing = own.browser().attach("/account/profile/picture", "", "");
    assertTrue(nothing.text().contains("id=\"file-error\""), nothing.text());
    Seen text = own.browser().attach("/account/profile/picture", "me.gif", "no picture");
    assertTrue(text.text().contains("id=\"file-error\""), text.text());
    String first = pictured(own, "GIF89a one");
    assertEquals(200, own.browser().get(first).status());
    String second = pictured(own, "GIF89a two");
    assertEquals(404, own.browser().get(first).status(), "what is nobody's is not kept");
    assertTrue(own.opens("/account").text().contains("src=\"" + Browser.ENDPOINT + second));
    own.opens("/account/profile/picture");
    own.browser().forgetFormToken();
    assertEquals(403, own.browser().attach("/account/profile/picture", "x.gif", "GIF89a").status());
    own.opens("/account/profile/picture");
    own.sends("/account/profile/picture/remove");
    assertNull(people.find(user.id()).avatar());
    assertEquals(404, own.browser().get(second).status());
    may(settings("avatar", "ReadOnly"));
    assertEquals(403, own.opens("/account/profile/picture").status());
    assertFalse(own.opens("/account/profile").text().contains("/account/profile/picture"));
  }

  /** Where the new picture is. */
  private String pictured(SignedInBrowser own, String content) {
    own.opens("/account/profile/picture");
    Seen done = own.browser().attach("/account/profile/picture", "me.gif", content);
    assertEquals("/account/success?next=%2Faccount%2Fprofile", done.location(), done.text());
    String address = String.valueOf(people.find(user.id()).avatar());
    assertTrue(address.startsWith(Browser.ENDPOINT + "/user-assets/"), address);
    return address.substring(Browser.ENDPOINT.length());
  }

  @Test
  void theProfileHasTheFieldsOfTheAccountCentreInItsOwnOrder() {
    String boat = "boat" + Ids.shortId();
    String crew = "crew" + Ids.shortId();
    for (String name : new String[] {boat, crew}) {
      Answer made =
          api.post(
              "/api/custom-profile-fields",
              "{\"name\":\"%s\",\"type\":\"Text\",\"label\":\"%s\",\"required\":false}"
                  .formatted(name, name));
      assertEquals(201, made.status(), made.text());
    }
    try {
      may("{\"profileFields\":[{\"name\":\"%s\"},{\"name\":\"%s\"}]}".formatted(crew, boat));
      SignedInBrowser own = SignedInBrowser.of(user);
      String page = own.opens("/account/profile").text();
      int first = page.indexOf("name=\"" + crew + "\"");
      assertTrue(first > 0 && first < page.indexOf("name=\"" + boat + "\""), page);
      assertFalse(page.contains("name=\"nickname\""), page);
      own.sends("/account/profile", crew, "four", boat, "sloop");
      assertEquals("sloop", people.find(user.id()).customData().path(boat).asText());
    } finally {
      may("{\"profileFields\":null}");
      api.delete("/api/custom-profile-fields/" + boat);
      api.delete("/api/custom-profile-fields/" + crew);
    }
  }

  @Test
  void whoIsSuspendedOrSignedOutElsewhereChangesNothingMore() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/username");
    api.patch("/api/users/" + user.id() + "/is-suspended", "{\"isSuspended\":true}");
    for (Seen late :
        new Seen[] {
          own.sends("/account/username", "identifier", People.username()),
          own.browser().get("/account/security")
        }) {
      assertEquals("account-center", late.parameter("client_id"), late.text());
    }
    assertEquals(user.username(), people.find(user.id()).username());
    api.patch("/api/users/" + user.id() + "/is-suspended", "{\"isSuspended\":false}");
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
  void whatTheTenantShowsNothingOfIsNotOffered() {
    may(settings("name", "Edit"));
    SignedInBrowser own = SignedInBrowser.of(user);
    String page = own.opens("/account").text();
    assertTrue(page.contains("href=\"/account/profile\""), page);
    assertFalse(page.contains("/account/security"), page);
    assertFalse(page.contains("/account/sessions"), page);
    assertEquals(404, own.opens("/account/security").status());
  }

  @Test
  void allThatIsKeptIsTakenAlongWhereTheTenantLetsPeople() {
    may(settings("name", "Edit", "data", "ReadOnly"));
    SignedInBrowser own = SignedInBrowser.of(user);
    assertTrue(own.opens("/account").text().contains("href=\"/account/data\""));
    String file = "/account/data/my-data.json";
    assertEquals("/account/proof?next=%2Faccount%2Fdata", own.browser().get(file).location());
    assertTrue(own.proves("/account/data").text().contains("href=\"" + file + "\""));
    Seen taken = own.browser().get(file);
    assertEquals("attachment; filename=\"my-data.json\"", taken.header("Content-Disposition"));
    assertEquals(user.id(), taken.json().path("account").path("id").asText(), taken.text());
    assertEquals(1, taken.json().path("sessions").size());
    may(settings("name", "Edit"));
    assertEquals(404, own.browser().get(file).status());
    assertFalse(own.opens("/account").text().contains("/account/data"));
  }

  @Test
  void whoIsDoneGoesBackToWhereAnApplicationIs() {
    Answer made =
        api.post(
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
      api.delete("/api/applications/" + id);
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

  @Test
  void anAddressIsProvedBeforeItIsTheirsAndStaysSomebodyElses() {
    try (Mailbox mailbox = new Mailbox()) {
      Answer made =
          api.post(
              "/api/connectors",
              "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
      assertEquals(200, made.status(), made.text());
      try {
        changesAddress(mailbox);
      } finally {
        api.delete("/api/connectors/" + made.json().path("id").asText());
      }
    }
  }

  private void changesAddress(Mailbox mailbox) {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/email");
    assertTrue(
        own.sends("/account/email", "identifier", "no address")
            .text()
            .contains("id=\"identifier-error\""));
    String taken = address();
    people.with(null, taken);
    String free = address();
    Seen toTaken = own.sends("/account/email", "identifier", taken);
    String codeOfTaken = mailbox.code();
    Seen toFree = own.sends("/account/email", "identifier", free);
    assertEquals(toFree.location(), toTaken.location(), "an address says nothing of its owner");
    own.opens(toFree.location());
    Seen wrong = own.sends("/account/email/verification-code", "code", codeOfTaken + "1");
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
    Seen soon = own.sends("/account/email/verification-code/resend");
    assertTrue(soon.text().contains("role=\"alert\""), soon.text());
    clock.pass(Duration.ofSeconds(61));
    Seen resent = own.sends("/account/email/verification-code/resend");
    assertTrue(resent.text().contains("role=\"status\""), resent.text());
    Seen done = own.sends("/account/email/verification-code", "code", mailbox.code());
    assertEquals("/account/success", done.location(), done.text());
    assertEquals(free, people.find(user.id()).primaryEmail());

    own.sends("/account/email", "identifier", taken);
    Seen refused = own.sends("/account/email/verification-code", "code", mailbox.code());
    assertTrue(refused.text().contains("id=\"identifier-error\""), refused.text());
    assertEquals(free, people.find(user.id()).primaryEmail());
    provesByCode(mailbox);
    assertTrue(own.opens("/account/email/remove").text().contains(free));
    assertEquals("/account/success", own.sends("/account/email/remove").location());
    assertNull(people.find(user.id()).primaryEmail());
  }

  /** A code to one's own address is as good as the password. */
  private void provesByCode(Mailbox mailbox) {
    SignedInBrowser other = SignedInBrowser.of(user);
    Seen asked = other.opens("/account/username");
    assertTrue(asked.text().contains("value=\"EmailVerificationCode\""), asked.text());
    String query = "?next=/account/username";
    Seen sent = other.sends("/account/proof/send" + query, "factor", "EmailVerificationCode");
    assertEquals("/account/proof/code?next=%2Faccount%2Fusername", sent.location(), sent.text());
    other.opens(sent.location());
    Seen proved = other.sends("/account/proof/code" + query, "code", mailbox.code());
    assertEquals("/account/username", proved.location(), proved.text());
    assertEquals(200, other.browser().get("/account/username").status());
  }

  private static String address() {
    return "a" + Ids.shortId() + "@example.com";
  }
}
