package io.gatehouse.account.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.AuthenticatorApp;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SoftAuthenticator;
import io.gatehouse.user.User;
import io.gatehouse.user.device.Browser;
import io.gatehouse.user.device.TrustedDevices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What protects an account, on the pages of the account centre. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProtectionPagesFlowTest {
  private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([A-Z2-7]+)\"");
  private static final Pattern CODES = Pattern.compile("name=\"codes\" value=\"([0-9a-f ]+)\"");
  private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("/account/passkey/manage/([^/]+)/remove");
  private static final Pattern SESSION = Pattern.compile("/account/sessions/([^/]+)/end");

  @Inject AccountCentre centre;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject TrustedDevices devices;

  private ApiClient api;
  private User user;
  private SignedInBrowser own;

  @BeforeEach
  void open() {
    api = centre.api();
    centre.open();
    user = people.anybody();
    own = SignedInBrowser.of(user);
  }

  @AfterEach
  void close() {
    centre.close();
    api = centre.api();
    offer("");
  }

  /** From now on; whoever signs in is asked whether they want one. */
  private void offer(String factors) {
    Answer changed =
        api.patch(
            "/api/sign-in-exp",
            "{\"mfa\":{\"factors\":[" + factors + "],\"policy\":\"UserControlled\"}}");
    assertEquals(200, changed.status(), changed.text());
  }

  @Test
  void anAppIsSetUpReplacedAndRemoved() {
    offer("\"Totp\"");
    String secret = found(SECRET, own.proves("/account/authenticator-app"));
    AuthenticatorApp app = new AuthenticatorApp(secret, clock);
    Seen wrong = own.sends("/account/authenticator-app", "secret", secret, "code", app.wrongCode());
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
    assertEquals(secret, found(SECRET, wrong), "the picture that was scanned stays the right one");
    Seen done = own.sends("/account/authenticator-app", "secret", secret, "code", app.code());
    assertEquals("/account/success", done.location(), done.text());
    Seen there = own.opens("/account/authenticator-app");
    assertTrue(there.text().contains("/account/authenticator-app/replace"), there.text());
    String next = found(SECRET, own.opens("/account/authenticator-app/replace"));
    Seen replaced =
        own.sends(
            "/account/authenticator-app/replace",
            "secret",
            next,
            "code",
            new AuthenticatorApp(next, clock).code());
    assertEquals("/account/success", replaced.location(), replaced.text());
    removes("/account/authenticator-app/remove", "/account/success");
    assertTrue(own.opens("/account/authenticator-app").text().contains("gh-qr"));
  }

  @Test
  void backupCodesAreKeptShownAndRenewed() {
    offer("\"Totp\",\"BackupCode\"");
    Seen alone = own.proves("/account/backup-codes/manage");
    assertEquals("/account/backup-codes/generate", alone.location());
    String secret = found(SECRET, own.opens("/account/authenticator-app"));
    own.sends(
        "/account/authenticator-app",
        "secret",
        secret,
        "code",
        new AuthenticatorApp(secret, clock).code());
    Seen fresh = own.opens("/account/backup-codes/generate");
    String codes = found(CODES, fresh);
    assertTrue(fresh.text().contains("download=\"backup-codes.txt\""), fresh.text());
    assertEquals(
        "/account/success", own.sends("/account/backup-codes/generate", "codes", codes).location());
    Seen kept = own.opens("/account/backup-codes/manage");
    for (String code : codes.split(" ")) {
      assertTrue(kept.text().contains(code), kept.text());
    }
    String renewed = found(CODES, own.opens("/account/backup-codes/regenerate"));
    assertEquals(
        "/account/success",
        own.sends("/account/backup-codes/regenerate", "codes", renewed).location());
    Seen after = own.opens("/account/backup-codes/manage");
    assertTrue(after.text().contains(renewed.substring(0, 10)), after.text());
    assertFalse(after.text().contains(codes.substring(0, 10)), after.text());
    removes("/account/backup-codes/remove", "/account/success");
  }

  /** Opens the page that asks whether one is sure, and sends its form. */
  private void removes(String page, String next) {
    Seen sure = own.opens(page);
    assertTrue(sure.text().contains("method=\"post\" action=\"" + page + "\""), sure.text());
    assertEquals(next, own.sends(page).location());
  }

  @Test
  void aPasskeyIsMadeCalledSomethingElseAndRemoved() {
    SignedInBrowser other = SignedInBrowser.of(people.anybody());
    offer("\"WebAuthn\"");
    Seen asked = own.proves("/account/passkey/add");
    Seen nothing = own.sends("/account/passkey/add", "credential", "{}");
    assertTrue(nothing.text().contains("role=\"alert\""), nothing.text());
    SoftAuthenticator device = SoftAuthenticator.es256();
    Seen stale =
        own.sends("/account/passkey/add", "credential", device.make(options(asked)).toString());
    assertTrue(stale.text().contains("role=\"alert\""), "it answers what was asked before");
    Seen done =
        own.sends("/account/passkey/add", "credential", device.make(options(stale)).toString());
    assertEquals("/account/success", done.location(), done.text());
    String id = found(KEY, own.opens("/account/passkey/manage"));
    own.sends("/account/passkey/manage/" + id + "/rename", "name", "My phone");
    assertTrue(own.opens("/account/passkey/manage").text().contains("My phone"));
    String remove = "/account/passkey/manage/" + id + "/remove";
    other.proves("/account/passkey/manage");
    assertEquals("/account/passkey/manage", other.browser().get(remove).location());
    other.sends(remove);
    assertTrue(own.opens("/account/passkey/manage").text().contains("My phone"));
    removes(remove, "/account/passkey/manage");
    assertFalse(own.opens("/account/passkey/manage").text().contains("My phone"));
    offer("");
    assertFalse(own.opens("/account/passkey/manage").text().contains("/account/passkey/add"));
  }

  @Test
  void aBrowserElsewhereIsSignedOut() {
    SignedInBrowser elsewhere = SignedInBrowser.of(user);
    Seen page = own.proves("/account/sessions");
    List<String> all =
        SESSION.matcher(page.text()).results().map(result -> result.group(1)).toList();
    assertEquals(2, all.size(), page.text());
    SignedInBrowser stranger = SignedInBrowser.of(people.anybody());
    stranger.proves("/account/sessions");
    for (String id : all) {
      assertEquals(
          "/account/sessions", stranger.sends("/account/sessions/" + id + "/end").location());
    }
    assertEquals(200, elsewhere.browser().get("/account").status());
    // The newest comes first: the one elsewhere.
    String end = "/account/sessions/" + all.getFirst() + "/end";
    removes(end, "/account/sessions");
    assertEquals(303, elsewhere.browser().get("/account").status());
    assertEquals(200, own.browser().get("/account").status());
    assertEquals("/account/sessions", own.browser().get(end).location(), "it has ended already");
  }

  /** FEATURES of the contract name these; each is a page with a heading of its own. */
  @Test
  void eachTaskHasAnAddress() {
    offer("\"Totp\",\"WebAuthn\",\"BackupCode\"");
    own.proves("/account/email");
    for (String page :
        new String[] {
          "",
          "/security",
          "/profile",
          "/profile/picture",
          "/sessions",
          "/email",
          "/phone",
          "/username",
          "/username/remove",
          "/password",
          "/authenticator-app",
          "/authenticator-app/replace",
          "/authenticator-app/remove",
          "/passkey/add",
          "/passkey/manage",
          "/backup-codes/generate",
          "/backup-codes/regenerate",
          "/backup-codes/remove",
          "/success"
        }) {
      Seen seen = own.browser().get("/account" + page + "?ui_locales=fr");
      assertEquals(200, seen.status(), page + seen.location());
      assertTrue(seen.text().contains("<html lang=\"fr\""), page);
      assertTrue(seen.text().contains("<h1 class=\"gh-title\">"), page);
    }
    assertEquals(404, own.browser().get("/account/social/none").status());
    for (String without : new String[] {"/email/remove", "/email/verification-code"}) {
      assertEquals("/account/email", own.browser().get("/account" + without).location());
    }
    assertEquals(
        "/account/backup-codes/generate",
        own.browser().get("/account/backup-codes/manage").location());
    assertEquals("/account/proof", own.browser().get("/account/proof/code").location());
  }

  @Test
  void aTrustedBrowserIsAskedForTheSecondStepAgain() {
    String id =
        devices
            .trust(TenantId.DEFAULT, user.id(), new Browser("curl/8", null, null), null)
            .orElseThrow()
            .device()
            .id();
    Seen page = own.proves("/account/sessions");
    String remove = "/account/sessions/devices/" + id + "/remove";
    assertTrue(page.text().contains(remove), page.text());
    SignedInBrowser stranger = SignedInBrowser.of(people.anybody());
    stranger.proves("/account/sessions");
    assertTrue(stranger.sends(remove).status() >= 400);
    assertEquals("/account/sessions", own.sends(remove).location());
    assertFalse(own.browser().get("/account/sessions").text().contains(remove));
  }

  @Test
  void withoutAProofNothingOfItIsShown() {
    clock.pass(Duration.ofMinutes(1));
    for (String page :
        new String[] {
          "/account/sessions",
          "/account/authenticator-app",
          "/account/backup-codes/manage",
          "/account/passkey/manage",
          "/account/passkey/add"
        }) {
      Seen asked = own.browser().get(page);
      assertTrue(asked.location().startsWith("/account/proof?next="), page + asked.text());
    }
  }

  private static String found(Pattern pattern, Seen page) {
    return pattern
        .matcher(page.text())
        .results()
        .map((MatchResult result) -> result.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page.status() + page.location() + page.text()));
  }

  /** What the page asks the browser. */
  private static JsonNode options(Seen page) {
    Matcher options = OPTIONS.matcher(page.text());
    assertTrue(options.find(), page.text());
    return JsonCodec.tree(options.group(1).replace("&quot;", "\"").replace("&amp;", "&"));
  }
}
