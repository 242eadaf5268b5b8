package io.gatehouse.signin.mfa;

import static io.gatehouse.signin.mfa.SecondStep.arrives;
import static io.gatehouse.signin.mfa.SecondStep.asks;
import static io.gatehouse.signin.mfa.SecondStep.codes;
import static io.gatehouse.signin.mfa.SecondStep.get;
import static io.gatehouse.signin.mfa.SecondStep.leads;
import static io.gatehouse.signin.mfa.SecondStep.mailsTo;
import static io.gatehouse.signin.mfa.SecondStep.password;
import static io.gatehouse.signin.mfa.SecondStep.post;
import static io.gatehouse.signin.mfa.SecondStep.secret;
import static io.gatehouse.signin.mfa.SecondStep.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.AuthenticatorApp;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.StandInProvider;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SetupFlowTest {
  private static final String STRONG = "nine-Loud_cranes";
  private static final String TOTP = "/mfa-binding/Totp";
  private static final String BACKUP = "/mfa-binding/BackupCode";
  private static final String EMAIL = "/mfa-binding/EmailVerificationCode";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ServerClock clock;

  private final Browser browser = new Browser();
  private ApiClient api;

  @BeforeEach
  void configure() {
    api = clients.management();
  }

  @AfterEach
  void restore() {
    SecondStep.rests(api);
    clock.reset();
  }

  @Test
  void anAppAndBackupCodesAreSetUpWhereATenantInsists() {
    asks(api, "Mandatory", "Totp", "BackupCode");
    User person = people.anybody();
    Seen page = leads(browser, password(browser, person), TOTP);
    assertTrue(page.text().contains("src=\"data:image/png;base64,"), page.text());
    assertFalse(page.text().contains("/mfa-binding/skip"), "there is no way around it");
    AuthenticatorApp app = new AuthenticatorApp(secret(page), clock);
    Seen wrong = post(browser, TOTP, "code", app.wrongCode());
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
    assertEquals(secret(page), secret(wrong), "the app has it already");
    assertEquals(secret(page), secret(get(browser, TOTP)));
    leads(browser, post(browser, "/mfa-binding/skip"), TOTP);
    leads(browser, get(browser, BACKUP), TOTP);

    Seen kept = leads(browser, post(browser, TOTP, "code", app.code()), BACKUP);
    List<String> codes = codes(kept);
    assertEquals(10, codes.size(), kept.text());
    Seen file = get(browser, BACKUP + "/codes.txt");
    assertEquals(String.join("\r\n", codes) + "\r\n", file.text());
    assertTrue(file.header("Content-Disposition").startsWith("attachment"));
    assertEquals("no-store", file.header("Cache-Control"));
    leads(browser, post(browser, "/mfa-binding/skip"), BACKUP);
    arrives(browser, post(browser, BACKUP));

    Browser other = new Browser();
    clock.pass(Duration.ofMinutes(1));
    leads(other, password(other, person), "/mfa-verification/Totp");
    arrives(other, post(other, "/mfa-verification/Totp", "code", app.code()));
    Browser third = new Browser();
    password(third, person);
    arrives(third, post(third, "/mfa-verification/BackupCode", "code", codes.get(3)));
  }

  @Test
  void newcomersDecideWhetherTheyWantOne() {
    asks(api, "UserControlled", "Totp", "WebAuthn");
    browser.follow(browser.authorize("first_screen", "register"));
    Seen made = post(browser, "/register", "identifier", People.username(), "password", STRONG);
    Seen offer = leads(browser, made, "/mfa-onboarding");
    assertTrue(offer.text().contains("value=\"skip\""), offer.text());
    Seen choice = leads(browser, post(browser, "/mfa-onboarding", "do", "enable"), "/mfa-binding");
    assertTrue(choice.text().contains("value=\"WebAuthn\""), choice.text());
    Seen strange = post(browser, "/mfa-binding", "factor", "BackupCode");
    assertEquals(200, strange.status(), "nothing that is not offered");
    Seen page = leads(browser, post(browser, "/mfa-binding", "factor", "Totp"), TOTP);
    AuthenticatorApp app = new AuthenticatorApp(secret(page), clock);
    arrives(browser, post(browser, TOTP, "code", app.code()));
  }

  @Test
  void whoeverSaysNotNowIsNotAskedAgain() {
    asks(api, "UserControlled", "Totp");
    String name = People.username();
    browser.follow(browser.authorize("first_screen", "register"));
    Seen made = post(browser, "/register", "identifier", name, "password", STRONG);
    leads(browser, made, "/mfa-onboarding");
    arrives(browser, post(browser, "/mfa-onboarding", "do", "skip"));
    Browser other = new Browser();
    other.follow(other.authorize());
    arrives(other, post(other, "/sign-in", "identifier", name, "password", STRONG));
  }

  @Test
  void anAddressBecomesASecondStepOnceItIsProved() {
    try (Mailbox mailbox = new Mailbox()) {
      mailsTo(api, mailbox);
      asks(api, "Mandatory", "EmailVerificationCode", "Totp");
      String taken = "t" + Ids.shortId() + "@example.org";
      people.with(People.username(), taken);
      User person = people.anybody();
      leads(browser, password(browser, person), "/mfa-binding");
      leads(browser, post(browser, "/mfa-binding", "factor", "EmailVerificationCode"), EMAIL);
      Seen none = post(browser, EMAIL, "identifier", "no address");
      assertTrue(none.text().contains("id=\"identifier-error\""), none.text());
      String code = EMAIL + "/verification-code";
      leads(browser, post(browser, EMAIL, "identifier", taken), code);
      Seen somebodys = post(browser, code, "code", mailbox.code());
      assertTrue(somebodys.text().contains("id=\"identifier-error\""), somebodys.text());

      String email = "n" + Ids.shortId() + "@example.org";
      Seen asked = leads(browser, post(browser, EMAIL, "identifier", email), code);
      assertTrue(asked.text().contains(email), asked.text());
      Seen wrong = post(browser, code, "code", "1");
      assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
      Seen soon = post(browser, code + "/resend");
      assertTrue(soon.text().contains("A code has just gone out"), soon.text());
      clock.pass(Duration.ofSeconds(61));
      leads(browser, post(browser, code + "/resend"), code);
      arrives(browser, post(browser, code, "code", mailbox.code()));
      assertEquals(
          email, api.get("/api/users/" + person.id()).json().path("primaryEmail").asText());

      Browser other = new Browser();
      String proof = "/mfa-verification/EmailVerificationCode";
      leads(other, password(other, person), proof);
      arrives(other, post(other, proof, "code", mailbox.code()));
    }
  }

  @Test
  void anotherWayIsSuggestedToWhoeverHasOnlyTheirAddress() {
    try (Mailbox mailbox = new Mailbox()) {
      mailsTo(api, mailbox);
      settings(
          api,
          """
          {"signUp":{"identifiers":["email"],"password":true,"verify":true},
           "signIn":{"methods":[{"identifier":"email","password":true,"verificationCode":false,"isPasswordPrimary":true},
             {"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}]},
           "mfa":{"policy":"Mandatory","factors":["EmailVerificationCode","Totp"]}}
          """);
      User person = people.with(People.username(), "s" + Ids.shortId() + "@example.org");
      String proof = "/mfa-verification/EmailVerificationCode";
      leads(browser, password(browser, person), proof);
      Seen proved = post(browser, proof, "code", mailbox.code());
      Seen offer = leads(browser, proved, "/mfa-binding");
      assertTrue(offer.text().contains("value=\"Totp\""), offer.text());
      assertFalse(offer.text().contains("value=\"EmailVerificationCode\""), "they have it");
      arrives(browser, post(browser, "/mfa-binding/skip"));
      Browser other = new Browser();
      password(other, person);
      arrives(other, post(other, proof, "code", mailbox.code()));
    }
  }

  @Test
  void whoeverComesFromASocialProviderIsAskedAsWell() {
    try (StandInProvider provider = new StandInProvider()) {
      asks(api, "Mandatory", "Totp");
      String target = "t" + Ids.shortId();
      Answer made =
          api.post(
              "/api/connectors",
              """
              {"connectorId":"oauth2","config":%s,
               "metadata":{"target":"%s","name":{"en":"Stand-in"},"logo":"https://logo.example/x.png"}}
              """
                  .formatted(provider.config(), target));
      assertEquals(200, made.status(), made.text());
      String connector = made.json().path("id").asText();
      settings(
          api,
          """
          {"socialSignInConnectorTargets":["%s"],"socialSignIn":{"skipRequiredIdentifiers":true}}
          """
              .formatted(target));
      provider.person("{\"sub\":\"s-" + Ids.shortId() + "\"}");
      Seen page = leads(browser, social(browser, connector), TOTP);
      AuthenticatorApp app = new AuthenticatorApp(secret(page), clock);
      arrives(browser, post(browser, TOTP, "code", app.code()));
      clock.pass(Duration.ofMinutes(1));
      Browser other = new Browser();
      leads(other, social(other, connector), "/mfa-verification/Totp");
      arrives(other, post(other, "/mfa-verification/Totp", "code", app.code()));
    } finally {
      settings(api, "{\"socialSignInConnectorTargets\":[],\"socialSignIn\":{}}");
    }
  }

  /** Goes to the provider and comes back. */
  private static Seen social(Browser who, String connector) {
    who.follow(who.authorize());
    Seen sent = post(who, "/social", "connector", connector);
    return who.get("/callback/" + connector + "?code=c0de&state=" + sent.parameter("state"));
  }
}
