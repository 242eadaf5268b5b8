package io.gatehouse.signin.mfa;

import static io.gatehouse.signin.mfa.SecondStep.arrives;
import static io.gatehouse.signin.mfa.SecondStep.codesFor;
import static io.gatehouse.signin.mfa.SecondStep.leads;
import static io.gatehouse.signin.mfa.SecondStep.post;
import static io.gatehouse.signin.mfa.SecondStep.secretFor;
import static io.gatehouse.signin.mfa.SecondStep.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.AuthenticatorApp;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.user.User;
import io.gatehouse.user.device.DeviceCookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Browsers in which the second step is not asked for again. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class TrustedBrowserFlowTest {
  private static final String TOTP = "/mfa-verification/Totp";
  private static final Tenant TENANT = new Tenant(TenantId.DEFAULT, URI.create(Browser.ENDPOINT));
  private static final String ONE = "urn:gatehouse:acr:single-factor";
  private static final String SEVERAL =
      "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

  @Inject ApiClients clients;
  @Inject Provider provider;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject Db db;

  private ApiClient api;

  /** Somebody with an authenticator app, at a browser. */
  private final class Person {
    final User user = people.anybody();
    final Browser browser = new Browser();
    final AuthenticatorApp app = new AuthenticatorApp(secretFor(api, user), clock);

    String cookie() {
      return DeviceCookie.name(TENANT, user.id());
    }

    String path(String rest) {
      return "/api/users/" + user.id() + rest;
    }

    /** Signs in and has the browser trusted. */
    Person trusting() {
      Seen page = leads(browser, password(browser), TOTP);
      assertTrue(page.text().contains("name=\"trust\""), page.text());
      arrives(browser, post(browser, TOTP, "code", app.code(), "trust", "1"));
      assertNotNull(browser.cookie(cookie()));
      return this;
    }

    /** Begins without a session, as those do who have signed out. */
    Seen password(Browser at) {
      at.plant(TENANT.cookie("_session"), "");
      at.follow(at.authorize("prompt", "login"));
      return at.post(
          "/sign-in?app_id=demo-app",
          "identifier",
          String.valueOf(user.username()),
          "password",
          People.PASSWORD);
    }

    void isSpared() {
      arrives(browser, password(browser));
    }

    void isAsked(String why) {
      Seen answer = password(browser);
      assertEquals(TOTP + "?app_id=demo-app", answer.location(), why);
    }

    /** The devices as an administrator sees them. */
    JsonNode devices() {
      Answer list = api.get(path("/trusted-devices"));
      assertEquals(200, list.status(), list.text());
      return list.json();
    }
  }

  @BeforeEach
  void configure() {
    api = clients.management();
    settings(
        api,
        """
        {"mfa":{"policy":"UserControlled","factors":["Totp"]},"trustedDevice":{"enabled":true}}
        """);
  }

  @AfterEach
  void restore() {
    clock.reset();
    settings(
        api,
        """
        {"mfa":{"factors":[],"policy":"UserControlled"},"adaptiveMfa":{"enabled":false},"trustedDevice":{}}
        """);
    SecondStep.rests(api);
  }

  @Test
  void nobodyIsOfferedItUnlessTheTenantSaysSo() {
    settings(api, "{\"trustedDevice\":{}}");
    Person person = new Person();
    Seen page = leads(person.browser, person.password(person.browser), TOTP);
    assertFalse(page.text().contains("name=\"trust\""), page.text());
    arrives(person.browser, post(person.browser, TOTP, "code", person.app.code(), "trust", "1"));
    assertNull(person.browser.cookie(person.cookie()));
    assertEquals(0, person.devices().size());
  }

  @Test
  void itIsSparedThereAndNowhereElseAndEachTimeTheSecretIsAnother() {
    settings(api, "{\"trustedDevice\":{\"enabled\":true,\"durationDays\":2}}");
    Person person = new Person().trusting();
    Browser stolen = person.browser.copy();
    String first = Objects.requireNonNull(person.browser.cookie(person.cookie()));
    clock.pass(Duration.ofDays(1));
    person.isSpared();
    String second = Objects.requireNonNull(person.browser.cookie(person.cookie()));
    assertNotEquals(first, second);
    person.isSpared();
    assertEquals(TOTP + "?app_id=demo-app", person.password(stolen).location(), "the former one");
    assertEquals(TOTP + "?app_id=demo-app", person.password(new Browser()).location());
    clock.pass(Duration.ofDays(1));
    person.isAsked("two days are over");
  }

  @Test
  void theCookieOfSomebodyElseSparesNothing() {
    Person ada = new Person().trusting();
    Person eve = new Person();
    String taken = Objects.requireNonNull(ada.browser.cookie(ada.cookie()));
    eve.browser.plant(ada.cookie(), taken);
    eve.browser.plant(eve.cookie(), taken);
    eve.isAsked("the secret is bound to its owner");
    ada.isSpared();
  }

  @Test
  void whatUndoesTheAccountsProtectionUndoesTheTrust() {
    Person person = new Person().trusting();
    assertEquals(
        200,
        api.patch(person.path("/password"), "{\"password\":\"" + People.PASSWORD + "\"}").status());
    person.isAsked("another password");

    Person suspended = new Person().trusting();
    for (boolean shut : new boolean[] {true, false}) {
      api.patch(suspended.path("/is-suspended"), "{\"isSuspended\":" + shut + "}");
    }
    assertEquals(0, suspended.devices().size());
    suspended.isAsked("a suspension");

    Person reset = new Person().trusting();
    for (JsonNode factor : api.get(reset.path("/mfa-verifications")).json()) {
      api.delete(reset.path("/mfa-verifications/" + factor.get("id").asText()));
    }
    secretFor(api, reset.user);
    reset.isAsked("another factor");

    Person removed = new Person().trusting();
    String id = removed.devices().at("/0/id").asText();
    assertEquals(204, api.delete(removed.path("/trusted-devices/" + id)).status());
    removed.isAsked("removed");
  }

  @Test
  void theTenantAndItsOrganizationsMayTakeItBack() {
    Person person = new Person().trusting();
    settings(api, "{\"trustedDevice\":{\"enabled\":false}}");
    person.isAsked("switched off");
    settings(api, "{\"trustedDevice\":{\"enabled\":true}}");
    String organization =
        api.post("/api/organizations", "{\"name\":\"o\",\"isTrustedDeviceAllowed\":false}")
            .json()
            .get("id")
            .asText();
    String members = "{\"userIds\":[\"" + person.user.id() + "\"]}";
    assertEquals(201, api.post("/api/organizations/" + organization + "/users", members).status());
    person.isAsked("the organization forbids it");
    Seen page = person.browser.get(TOTP + "?app_id=demo-app");
    assertFalse(page.text().contains("name=\"trust\""), page.text());
    api.patch("/api/organizations/" + organization, "{\"isTrustedDeviceAllowed\":true}");
    person.isSpared();
    settings(api, "{\"trustedDevice\":{\"enabled\":true,\"durationDays\":1}}");
    clock.pass(Duration.ofDays(2));
    person.isAsked("a day is over");
  }

  @Test
  void whatIsUnusualAsksAllTheSame() {
    Person person = new Person().trusting();
    settings(
        api,
        """
        {"mfa":{"factors":["Totp"],"policy":"PromptOnlyAtSignInMandatory"},"adaptiveMfa":{"enabled":true}}
        """);
    db.update(
        TenantId.DEFAULT,
        "update users set last_sign_in_at = ? where tenant_id = ? and id = ?",
        clock.instant().minus(Duration.ofDays(31)),
        TenantId.DEFAULT,
        person.user.id());
    person.isAsked("a long absence");
    Seen page = person.browser.get(TOTP + "?app_id=demo-app");
    assertFalse(page.text().contains("name=\"trust\""), "it would spare nothing");
  }

  @Test
  void theBoxStaysTickedAfterAMistypedCode() {
    Person person = new Person();
    Browser browser = person.browser;
    leads(browser, person.password(browser), TOTP);
    Seen again = post(browser, TOTP, "code", person.app.wrongCode(), "trust", "1");
    assertTrue(again.text().matches("(?s).*name=\"trust\"[^>]* checked.*"), again.text());
    Seen unticked = post(browser, TOTP, "code", person.app.wrongCode());
    assertFalse(unticked.text().matches("(?s).*name=\"trust\"[^>]* checked.*"), unticked.text());
  }

  @Test
  void whoSetsUpTheSecondStepMayTrustTheBrowserAtOnce() {
    SecondStep.asks(api, "Mandatory", "Totp");
    User newcomer = people.anybody();
    Browser browser = new Browser();
    String setUp = "/mfa-binding/Totp";
    Seen page = leads(browser, SecondStep.password(browser, newcomer), setUp);
    assertTrue(page.text().contains("name=\"trust\""), page.text());
    AuthenticatorApp app = new AuthenticatorApp(SecondStep.secret(page), clock);
    Seen mistyped = post(browser, setUp, "code", app.wrongCode(), "trust", "1");
    assertTrue(mistyped.text().matches("(?s).*name=\"trust\"[^>]* checked.*"), mistyped.text());
    arrives(browser, post(browser, setUp, "code", app.code(), "trust", "1"));
    assertNotNull(browser.cookie(DeviceCookie.name(TENANT, newcomer.id())));
    browser.plant(TENANT.cookie("_session"), "");
    arrives(browser, SecondStep.password(browser, newcomer));
  }

  @Test
  void hooksHearOfTrustAndOfItsEndByANewPassword() {
    try (HookReceiver receiver = new HookReceiver()) {
      String hook =
          """
          {"name":"trust","events":["TrustedDevice.Created","TrustedDevice.Deleted"],"config":{"url":"%s"}}
          """
              .formatted(receiver.url());
      String id = api.post("/api/hooks", hook).json().path("id").asText();
      try {
        Person person = new Person().trusting();
        String device = person.devices().at("/0/id").asText();
        JsonNode created = receiver.await("TrustedDevice.Created").json();
        assertEquals(device, created.at("/data/id").asText());
        assertEquals(person.user.id(), created.at("/data/userId").asText());
        String password = "{\"password\":\"" + People.PASSWORD + "\"}";
        assertEquals(200, api.patch(person.path("/password"), password).status());
        JsonNode deleted = receiver.await("TrustedDevice.Deleted").json();
        assertEquals(device, deleted.at("/data/id").asText());
      } finally {
        api.delete("/api/hooks/" + id);
      }
    }
  }

  @Test
  void pagesOfATenantsOwnTrustItOverTheApi() {
    Person person = new Person();
    Browser browser = person.browser;
    String route = "/api/experience/profile/mfa/trusted-device";
    leads(browser, person.password(browser), TOTP);
    Seen early = browser.api("POST", route, null);
    assertEquals(403, early.status(), early.text());
    assertEquals("session.mfa.require_mfa_verification", early.code());
    String code = "{\"code\":\"" + person.app.code() + "\"}";
    Seen proved = browser.api("POST", "/api/experience/verification/totp/verify", code);
    assertEquals(200, proved.status(), proved.text());
    assertEquals(204, browser.api("POST", route, null).status());
    Seen done = browser.api("POST", "/api/experience/submit", null);
    assertEquals(200, done.status(), done.text());
    assertNotNull(browser.cookie(person.cookie()));
    assertEquals(1, person.devices().size());
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void whoIsSignedInAndAskedToSignInAnewIsAskedForBothSteps() {
    Person person = new Person().trusting();
    TestClient client = provider.application("SPA");
    String asked = TOTP + "?app_id=" + client.id;
    assertEquals(asked, signsIn(client, person, "prompt", "login").location());
    person.isSpared();
  }

  @Test
  void aBackupCodeTrustsNothing() {
    SecondStep.asks(api, "UserControlled", "Totp", "BackupCode");
    Person person = new Person();
    String code = codesFor(api, person.user).getFirst();
    person.password(person.browser);
    String backup = "/mfa-verification/BackupCode";
    Seen page =
        leads(
            person.browser,
            post(person.browser, "/mfa-verification", "factor", "BackupCode"),
            backup);
    assertFalse(page.text().contains("name=\"trust\""), page.text());
    Seen forged = post(person.browser, backup, "code", code, "trust", "1");
    assertFalse(forged.location().startsWith("/oidc/auth/"), forged.location());
    assertNull(person.browser.cookie(person.cookie()));
  }

  @Test
  @Spec("RFC 8176 §2")
  @Spec("RFC 9470 §4")
  void aSignInThatWasSparedIsOneOfOneFactorAndWhoWantsMoreGetsIt() {
    Person person = new Person().trusting();
    TestClient client = provider.application("SPA");
    Browser browser = person.browser;
    browser.plant(TENANT.cookie("_session"), "");
    Seen spared = signsIn(client, person, "prompt", "login", "acr_values", ONE);
    Seen back = browser.get(spared.location());
    String code = Objects.requireNonNull(back.parameter("code"));
    JsonNode idToken = TestClient.payload(client.exchange(code).text("id_token"));
    assertEquals(ONE, idToken.path("acr").asText(), idToken.toString());
    String asked = TOTP + "?app_id=" + client.id;
    assertEquals(asked, signsIn(client, person, "prompt", "", "acr_values", SEVERAL).location());
    assertEquals(asked, signsIn(client, person, "prompt", "", "max_age", "0").location());
  }

  private static Seen signsIn(TestClient client, Person person, String... parameters) {
    String[] all = new String[parameters.length + 2];
    all[0] = "scope";
    all[1] = "openid";
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    person.browser.follow(person.browser.get(client.authorizationUrl(all)));
    return person.browser.post(
        "/sign-in?app_id=" + client.id,
        "identifier",
        String.valueOf(person.user.username()),
        "password",
        People.PASSWORD);
  }
}
