package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed is there where it can be mended, and what a proved address leads to. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AddressFlowTest {
  private static final String STRONG = "nine-Loud_cranes";
  private static final String USERNAME =
      "{\"identifier\":\"username\",\"password\":true,\"verificationCode\":false,\"isPasswordPrimary\":true}";
  private static final String EMAIL =
      "{\"identifier\":\"email\",\"password\":true,\"verificationCode\":%s,\"isPasswordPrimary\":true}";

  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private final Mailbox mailbox = new Mailbox();
  private final String email = "a" + Ids.shortId() + "@example.org";
  private ApiClient api;

  @BeforeEach
  void configure() {
    api = clients.management();
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    assertEquals(200, made.status(), made.text());
  }

  @AfterEach
  void restore() {
    settings(
        """
        {"signUp":{"identifiers":["username"],"password":true,"verify":false},
         "signIn":{"methods":[%s]},"forgotPasswordMethods":[],"signInMode":"SignInAndRegister",
         "passwordExpiration":{"enabled":false},"socialSignInConnectorTargets":[]}
        """
            .formatted(USERNAME));
    mailbox.close();
  }

  @Test
  void aNewcomersSecondAddressMustBeFreeAndCanBeMended() {
    settings(
        """
        {"signUp":{"identifiers":["username"],"password":true,"verify":true,
           "secondaryIdentifiers":[{"identifier":"email","verify":true}]},
         "signIn":{"methods":[%s,%s]}}
        """
            .formatted(USERNAME, EMAIL.formatted("true")));
    people.with(null, email);
    browser.follow(browser.authorize("first_screen", "register"));
    Seen next = post("/register", "identifier", People.username(), "password", STRONG);
    assertEquals("/continue/email?app_id=demo-app", next.location(), next.text());
    browser.get(next.location());
    browser.follow(post("/continue/email", "identifier", email));
    assertTrue(browser.get(next.location()).text().contains("value=\"" + email + "\""));
    Seen taken = post("/continue/verification-code", "code", mailbox.code());
    assertEquals(200, taken.status());
    assertTrue(taken.text().contains("id=\"identifier-error\""), taken.text());
    assertTrue(taken.text().contains("action=\"/continue/email?app_id=demo-app\""), taken.text());
    browser.follow(post("/continue/email", "identifier", "b" + email));
    Seen done = post("/continue/verification-code", "code", mailbox.code());
    assertNotNull(browser.get(done.location()).parameter("code"), done.location() + done.text());
  }

  @Test
  void anAddressThatIsRegisteredIsRemarkedOnTheFormWhereNobodySignsInByItsCode() {
    byEmail("false");
    people.with(null, email);
    browser.follow(browser.authorize("first_screen", "register"));
    browser.follow(post("/register", "identifier", email));
    Seen form = browser.get("/register?app_id=demo-app");
    assertTrue(form.text().contains("value=\"" + email + "\""), "it can be mended");
    Seen taken = post("/register/verification-code", "code", mailbox.code());
    assertTrue(taken.text().contains("id=\"identifier-error\""), taken.text());
    assertTrue(taken.text().contains("action=\"/register?app_id=demo-app\""), taken.text());
  }

  @Test
  void whatWasTypedGoesAlongToTheForgottenPassword() {
    byEmail("false");
    people.with(null, email);
    browser.follow(browser.authorize());
    Seen wrong = post("/sign-in", "identifier", email, "password", "no");
    assertTrue(wrong.text().contains("id=\"password-error\""), wrong.text());
    Seen forgot = browser.get("/forgot-password?app_id=demo-app");
    assertTrue(forgot.text().contains("value=\"" + email + "\""), forgot.text());
  }

  @Test
  void anExpiredPasswordLeadsToANewOne() {
    byEmail("true");
    settings("{\"passwordExpiration\":{\"enabled\":true,\"validPeriodDays\":90}}");
    String id = people.with(null, email).id();
    Answer expired = api.patch("/api/users/" + id + "/password/expiration", "{\"isExpired\":true}");
    assertEquals(200, expired.status(), expired.text());
    browser.follow(browser.authorize());
    browser.follow(post("/sign-in", "identifier", email));
    Seen over = post("/sign-in/password", "password", People.PASSWORD);
    assertTrue(over.text().contains("Your password has expired"), over.text());
    assertTrue(over.text().contains("action=\"/forgot-password?app_id=demo-app\""), over.text());
    assertTrue(over.text().contains("value=\"" + email + "\""), over.text());
    browser.follow(post("/forgot-password", "identifier", email));
    browser.follow(post("/forgot-password/verification-code", "code", mailbox.code()));
    Seen reset = post("/forgot-password/reset", "password", STRONG);
    assertEquals("/sign-in?app_id=demo-app", reset.location(), reset.text());
  }

  @Test
  void aChoiceOfLanguageComesBackToThePageWhateverTheFormWas() {
    byEmail("true");
    people.with(null, email);
    browser.follow(browser.authorize());
    post("/sign-in", "identifier", email);
    browser.follow(post("/sign-in/verification-code/send"));
    Seen soon = post("/sign-in/verification-code/resend");
    String place = "name=\"return_to\" value=\"/sign-in/verification-code?app_id=demo-app\"";
    assertTrue(soon.text().contains(place), soon.text());
  }

  @Test
  void aPageThatIsTooOldLeadsBackToTheBeginning() {
    browser.follow(browser.authorize());
    browser.forgetFormToken();
    Seen old = post("/sign-in", "identifier", "x", "password", "y");
    assertTrue(old.text().contains("href=\"/sign-in?app_id=demo-app\""), old.text());
  }

  @Test
  void noPasswordIsNoGuess() {
    byEmail("false");
    browser.follow(browser.authorize());
    Seen without = post("/sign-in", "identifier", email, "password", "");
    assertTrue(without.text().contains("id=\"password-error\""), without.text());
    assertFalse(without.text().contains("aria-describedby=\"identifier-error\""));
  }

  @Test
  void whoComesFromAProviderJoinsTheAccountOfTheAddressTheyProve() {
    StandInProvider provider = new StandInProvider();
    String target = "t" + Ids.shortId();
    Answer made =
        api.post(
            "/api/connectors",
            """
            {"connectorId":"oauth2","config":%s,
             "metadata":{"target":"%s","name":{"en":"Stand-in"},"logo":"https://logo.example/x.png"}}
            """
                .formatted(provider.config(), target));
    String connector = made.json().path("id").asText();
    byEmail("true");
    settings("{\"socialSignInConnectorTargets\":[\"" + target + "\"]}");
    String id = people.with(null, email).id();
    provider.person("{\"sub\":\"s-1\"}");
    browser.follow(browser.authorize());
    Seen sent = post("/social", "connector", connector);
    Seen back =
        browser.get("/callback/" + connector + "?code=c0de&state=" + sent.parameter("state"));
    assertEquals("/continue/email?app_id=demo-app", back.location(), back.text());
    assertTrue(browser.get(back.location()).text().contains("Stand-in has confirmed who you are"));
    browser.follow(post("/continue/email", "identifier", email));
    Seen known = post("/continue/verification-code", "code", mailbox.code());
    assertEquals("/social/link/" + connector + "?app_id=demo-app", known.location(), known.text());
    assertTrue(browser.get(known.location()).text().contains(email));
    Seen joined = browser.post(known.location(), "do", "link");
    assertTrue(joined.location().startsWith("/oidc/auth/"), joined.location() + joined.text());
    var identities = api.get("/api/users/" + id).json().get("identities");
    assertEquals("s-1", identities.at("/" + target + "/userId").asText(), identities.toString());
    provider.close();
  }

  private void byEmail(String code) {
    settings(
        """
        {"signUp":{"identifiers":["email"],"password":true,"verify":true},
         "signIn":{"methods":[%s]},"forgotPasswordMethods":["EmailVerificationCode"]}
        """
            .formatted(EMAIL.formatted(code)));
  }

  private Seen post(String path, String... fields) {
    return browser.post(path + "?app_id=demo-app", fields);
  }

  private void settings(String patch) {
    Answer changed = api.patch("/api/sign-in-exp", patch);
    assertEquals(200, changed.status(), changed.text());
  }
}
