package io.gatehouse.signin.mfa;

import static io.gatehouse.signin.mfa.SecondStep.arrives;
import static io.gatehouse.signin.mfa.SecondStep.asks;
import static io.gatehouse.signin.mfa.SecondStep.codesFor;
import static io.gatehouse.signin.mfa.SecondStep.get;
import static io.gatehouse.signin.mfa.SecondStep.leads;
import static io.gatehouse.signin.mfa.SecondStep.mailsTo;
import static io.gatehouse.signin.mfa.SecondStep.password;
import static io.gatehouse.signin.mfa.SecondStep.post;
import static io.gatehouse.signin.mfa.SecondStep.secretFor;
import static io.gatehouse.signin.mfa.SecondStep.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.AuthenticatorApp;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProvingFlowTest {
  private static final String TOTP = "/mfa-verification/Totp";
  private static final String BACKUP = "/mfa-verification/BackupCode";
  private static final String EMAIL = "/mfa-verification/EmailVerificationCode";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ServerClock clock;

  private final Browser browser = new Browser();
  private ApiClient api;

  @BeforeEach
  void configure() {
    api = clients.management();
    asks(api, "UserControlled", "Totp");
  }

  @AfterEach
  void restore() {
    SecondStep.rests(api);
    clock.reset();
  }

  @Test
  void aCodeOfTheAppIsAskedForAfterThePasswordAndCountsOnce() {
    User person = people.anybody();
    AuthenticatorApp app = new AuthenticatorApp(secretFor(api, person), clock);
    Seen page = leads(browser, password(browser, person), TOTP);
    assertTrue(page.text().contains("autocomplete=\"one-time-code\""), page.text());
    assertFalse(page.text().contains("href=\"/mfa-verification?"), "there is no other way");
    Seen wrong = post(browser, TOTP, "code", app.wrongCode());
    assertEquals(200, wrong.status());
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
    String code = app.code();
    arrives(browser, post(browser, TOTP, "code", code.substring(0, 3) + " " + code.substring(3)));

    Browser other = new Browser();
    leads(other, password(other, person), TOTP);
    Seen again = post(other, TOTP, "code", code);
    assertTrue(again.text().contains("id=\"code-error\""), "somebody has looked over the shoulder");
    clock.pass(Duration.ofSeconds(30));
    arrives(other, post(other, TOTP, "code", app.code()));
  }

  @Test
  void aBackupCodeGetsSomebodyInOnceHoweverItIsWritten() {
    asks(api, "UserControlled", "Totp", "BackupCode");
    User person = people.anybody();
    secretFor(api, person);
    List<String> codes = codesFor(api, person);
    Seen page = leads(browser, password(browser, person), TOTP);
    assertTrue(page.text().contains("href=\"/mfa-verification?app_id=demo-app\""), page.text());
    Seen choice = get(browser, "/mfa-verification");
    assertTrue(choice.text().contains("value=\"Totp\""), choice.text());
    Seen strange = post(browser, "/mfa-verification", "factor", "Totp2");
    assertEquals(200, strange.status(), "nothing that is not offered");
    leads(browser, post(browser, "/mfa-verification", "factor", "BackupCode"), BACKUP);
    Seen wrong = post(browser, BACKUP, "code", "0000000000");
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
    String written = codes.getFirst().toUpperCase(Locale.ROOT);
    arrives(
        browser,
        post(browser, BACKUP, "code", " " + written.substring(0, 5) + "-" + written.substring(5)));

    Browser other = new Browser();
    password(other, person);
    Seen used = post(other, BACKUP, "code", codes.getFirst());
    assertTrue(used.text().contains("id=\"code-error\""), used.text());
    arrives(other, post(other, BACKUP, "code", codes.getLast()));
  }

  @Test
  void aCodeGoesToTheAccountsOwnAddressWhichIsNotTold() {
    try (Mailbox mailbox = new Mailbox()) {
      mailsTo(api, mailbox);
      asks(api, "UserControlled", "EmailVerificationCode");
      String email = "someone-" + Ids.shortId() + "@example.org";
      User person = people.with(People.username(), email);
      Seen page = leads(browser, password(browser, person), EMAIL);
      assertFalse(page.text().contains(email), "only the first factor has been shown");
      assertTrue(page.text().contains("@example.org"), page.text());
      String first = mailbox.code();
      assertEquals(email, mailbox.received().getLast().path("to").asText());
      Seen wrong = post(browser, EMAIL, "code", first.equals("123456") ? "654321" : "123456");
      assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
      Seen soon = post(browser, EMAIL + "/resend");
      assertTrue(soon.text().contains("A code has just gone out"), soon.text());
      assertEquals(1, mailbox.received().size());
      leads(browser, post(browser, "/mfa-verification", "factor", "EmailVerificationCode"), EMAIL);
      assertEquals(1, mailbox.received().size(), "the code is on its way already");
      clock.pass(Duration.ofSeconds(61));
      Seen resent = leads(browser, post(browser, EMAIL + "/resend"), EMAIL);
      assertTrue(resent.text().contains("role=\"status\""), resent.text());
      assertNotEquals(first, mailbox.code());
      Seen old = post(browser, EMAIL, "code", first);
      assertTrue(old.text().contains("id=\"code-error\""), old.text());
      arrives(browser, post(browser, EMAIL, "code", mailbox.code()));
    }
  }

  @Test
  void aMessageThatDoesNotLeaveLeavesTheOtherWays() {
    Mailbox mailbox = new Mailbox();
    mailsTo(api, mailbox);
    asks(api, "UserControlled", "EmailVerificationCode", "BackupCode");
    mailbox.close();
    User person = people.with(People.username(), "e" + Ids.shortId() + "@example.org");
    Seen page = password(browser, person);
    assertEquals(200, page.status(), page.location());
    assertTrue(page.text().contains("role=\"alert\""), page.text());
    assertTrue(page.text().contains("value=\"EmailVerificationCode\""), page.text());
  }

  @Test
  void nothingIsToldBeforeTheFirstFactor() {
    User guarded = people.anybody();
    secretFor(api, guarded);
    User plain = people.anybody();
    browser.follow(browser.authorize());
    for (String page : List.of("/mfa-verification", TOTP, BACKUP, EMAIL, "/mfa-binding")) {
      assertEquals("/sign-in?app_id=demo-app", get(browser, page).location(), page);
    }
    assertEquals("/sign-in?app_id=demo-app", post(browser, TOTP, "code", "123456").location());
    List<String> answers =
        List.of(guarded, plain).stream()
            .map(person -> {
              String name = String.valueOf(person.username());
              browser.follow(browser.authorize());
              return post(browser, "/sign-in", "identifier", name, "password", "wrong one")
                  .text()
                  .replace(name, "NAME")
                  .replaceAll("nonce[-=\"']+[A-Za-z0-9]+", "")
                  .replaceAll("value=\"[0-9a-f]{32}\"", "");
            })
            .toList();
    assertEquals(answers.get(0), answers.get(1));
  }

  @Test
  void aFormFromElsewhereProvesNothing() {
    User person = people.anybody();
    AuthenticatorApp app = new AuthenticatorApp(secretFor(api, person), clock);
    leads(browser, password(browser, person), TOTP);
    browser.forgetFormToken();
    Seen forged = post(browser, TOTP, "code", app.code());
    assertEquals(200, forged.status());
    assertTrue(forged.text().contains("too long"), forged.text());
    assertEquals(200, get(browser, TOTP).status(), "nothing has been used up");
    arrives(browser, post(browser, TOTP, "code", app.code()));
  }

  @Test
  void whoeverGuessesIsStopped() {
    settings(api, "{\"sentinelPolicy\":{\"maxAttempts\":3,\"lockoutDuration\":10}}");
    User person = people.anybody();
    AuthenticatorApp app = new AuthenticatorApp(secretFor(api, person), clock);
    leads(browser, password(browser, person), TOTP);
    for (int attempt = 0; attempt < 3; attempt++) {
      post(browser, TOTP, "code", app.wrongCode());
    }
    Seen locked = post(browser, TOTP, "code", app.code());
    assertEquals(200, locked.status(), locked.location());
    assertTrue(locked.text().contains("role=\"alert\""), locked.text());
    assertTrue(locked.text().contains("Too many attempts"), locked.text());
  }

  @Test
  void aForgottenPasswordIsNoWayAroundTheSecondStep() {
    try (Mailbox mailbox = new Mailbox()) {
      mailsTo(api, mailbox);
      settings(api, "{\"forgotPasswordMethods\":[\"EmailVerificationCode\"]}");
      String email = "f" + Ids.shortId() + "@example.org";
      User person = people.with(null, email);
      secretFor(api, person);
      browser.follow(browser.authorize());
      get(browser, "/forgot-password");
      post(browser, "/forgot-password", "identifier", email);
      Seen proved = post(browser, "/forgot-password/verification-code", "code", mailbox.code());
      assertEquals("/forgot-password/reset?app_id=demo-app", proved.location(), proved.text());
      get(browser, "/forgot-password/reset");
      Seen named = post(browser, "/continue/username", "identifier", People.username());
      assertEquals("/forgot-password/reset?app_id=demo-app", named.location(), named.text());
      assertEquals("/sign-in?app_id=demo-app", get(browser, TOTP).location());
      assertEquals("/sign-in?app_id=demo-app", get(browser, "/mfa-binding/Totp").location());
    }
  }
}
