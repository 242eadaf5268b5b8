package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInOpenId;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of whoever comes through their enterprise, and of the other ways in. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SingleSignOnRulesFlowTest {
  @Inject ApiClients clients;
  @Inject People people;
  @Inject Db db;

  private final Browser browser = new Browser();
  private OpenIdEnterprise enterprise;
  private StandInOpenId provider;
  private String connector;
  private String email;
  private String subject;

  @BeforeEach
  void configure() {
    enterprise = new OpenIdEnterprise(clients.management(), db);
    provider = enterprise.provider;
    connector = enterprise.connector;
    email = enterprise.email;
    subject = enterprise.subject;
  }

  @AfterEach
  void restore() {
    enterprise.close();
  }

  @Test
  void theApiRefusesEveryOtherProofOfTheAddress() {
    people.with(People.username(), email);
    methods("email");
    browser.follow(browser.authorize());
    assertEquals(
        "[\"" + connector + "\"]",
        browser
            .api(
                "GET",
                "/api/experience/sso-connectors?email=" + email.toUpperCase(Locale.ROOT),
                null)
            .json()
            .get("connectorIds")
            .toString());
    browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"SignIn\"}");
    Seen proved =
        browser.api(
            "POST",
            "/api/experience/verification/password",
            "{\"identifier\":{\"type\":\"email\",\"value\":\"%s\"},\"password\":\"%s\"}"
                .formatted(email, People.PASSWORD));
    assertEquals(200, proved.status(), proved.text());
    Seen refused = browser.api("POST", "/api/experience/identification", proved.text());
    assertEquals(422, refused.status(), refused.text());
    assertEquals("session.sso_enabled", refused.code());
    assertEquals(connector, refused.json().at("/data/ssoConnectors/0/id").asText());
    assertFalse(refused.text().contains("secret"), refused.text());
    methods("username");
  }

  private void methods(String identifier) {
    enterprise.settings(
        "{\"signIn\":{\"methods\":[{\"identifier\":\"%s\",\"password\":true,\"verificationCode\":false,\"isPasswordPrimary\":true}]}}"
            .formatted(identifier));
  }

  @Test
  void nobodyWhoComesFromAnEnterpriseIsAskedForASecondStep() {
    enterprise.settings("{\"mfa\":{\"factors\":[\"Totp\"],\"policy\":\"Mandatory\"}}");
    try {
      enterprise.signIn(browser);
      enterprise.signIn(new Browser());
    } finally {
      enterprise.settings("{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"}}");
    }
  }

  @Test
  void onesOwnEnterpriseOpensNobodyElsesAccountWithoutTheirSecondFactor() {
    User person = people.anybody();
    enterprise.api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"Totp\"}");
    enterprise.settings("{\"mfa\":{\"factors\":[\"Totp\"],\"policy\":\"Mandatory\"}}");
    try {
      browser.follow(browser.authorize());
      api("PUT", "", "{\"interactionEvent\":\"SignIn\"}");
      proveEnterprise();
      Seen password =
          api(
              "POST",
              "/verification/password",
              "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
                  .formatted(person.username(), People.PASSWORD));
      Seen identified = api("POST", "/identification", password.text());
      assertEquals(204, identified.status(), identified.text());
      Seen refused = api("POST", "/submit", null);
      assertEquals(403, refused.status(), refused.text());
      assertEquals("session.mfa.require_mfa_verification", refused.code());
    } finally {
      enterprise.settings("{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"}}");
    }
  }

  /** The person of the enterprise comes back from it, and is not identified yet. */
  private void proveEnterprise() {
    String path = "/verification/sso/" + connector;
    Seen begun =
        api(
            "POST",
            path + "/authorization-uri",
            "{\"state\":\"st\",\"redirectUri\":\"https://own.example/back\"}");
    assertEquals(200, begun.status(), begun.text());
    provider.ask(begun.json().get("authorizationUri").asText());
    Seen verified =
        api(
            "POST",
            path + "/verify",
            "{\"connectorData\":{\"code\":\"c0de\",\"state\":\"st\"},\"verificationId\":\"%s\"}"
                .formatted(begun.json().get("verificationId").asText()));
    assertEquals(200, verified.status(), verified.text());
  }

  private Seen api(String method, String path, @Nullable String body) {
    return browser.api(method, "/api/experience" + path, body);
  }

  @Test
  void anAddressThatIsNotVerifiedOpensNobodysAccount() {
    String id = people.with(People.username(), email).id();
    enterprise.person(false, "Zoë");
    enterprise.signIn(browser);
    JsonNode made = enterprise.user(enterprise.owner());
    assertFalse(id.equals(made.get("id").asText()));
    assertTrue(made.get("primaryEmail").isNull());
    assertEquals(email, made.at("/ssoIdentities/0/detail/unverifiedEmail").asText());
    assertFalse(made.at("/ssoIdentities/0/detail").has("email"));
    assertEquals(204, enterprise.api.delete("/api/users/" + made.get("id").asText()).status());
    enterprise.change(
        connector,
        "{\"config\":" + provider.config().replace("}", ",\"trustUnverifiedEmail\":true}") + "}");
    enterprise.signIn(new Browser());
    assertEquals(id, enterprise.owner());
  }

  @Test
  void anEnterpriseVouchesForItsOwnDomainsOnly() {
    String victim = people.with(People.username(), "v" + Ids.shortId() + "@elsewhere.example").id();
    String theirs = enterprise.user(victim).get("primaryEmail").asText();
    provider.person(
        "{\"sub\":\"%s\",\"email\":\"%s\",\"email_verified\":true}".formatted(subject, theirs));
    enterprise.signIn(browser);
    assertFalse(victim.equals(enterprise.owner()));
    assertTrue(enterprise.user(enterprise.owner()).get("primaryEmail").isNull());
  }

  @Test
  void whoeverIsSuspendedIsToldSo() {
    enterprise.signIn(browser);
    enterprise.api.patch(
        "/api/users/" + enterprise.owner() + "/is-suspended", "{\"isSuspended\":true}");
    Browser who = new Browser();
    Seen back = enterprise.back(who, enterprise.toProvider(who), "code=c0de");
    assertEquals(200, back.status(), back.location());
    assertTrue(back.text().contains("This account is suspended"), back.text());
  }

  @Test
  void newcomersStayOutWhereNobodyMayRegister() {
    enterprise.settings("{\"signInMode\":\"SignIn\"}");
    Seen back = enterprise.back(browser, enterprise.toProvider(browser), "code=c0de");
    assertEquals(200, back.status(), back.location());
    assertTrue(back.text().contains("No account is linked"), back.text());
    assertNull(enterprise.maybeOwner());
  }

  @Test
  void whoeverIsLinkedJoinsTheOrganizationsOfTheConnectorOnce() {
    String organization =
        enterprise.api.post("/api/organizations", "{\"name\":\"x\"}").json().get("id").asText();
    String role =
        enterprise
            .api
            .post("/api/organization-roles", "{\"name\":\"" + Ids.shortId() + "\"}")
            .json()
            .get("id")
            .asText();
    String at = "/api/organizations/" + organization;
    enterprise.api.post(at + "/jit/roles", "{\"organizationRoleIds\":[\"" + role + "\"]}");
    enterprise.api.post(
        at + "/jit/sso-connectors", "{\"ssoConnectorIds\":[\"" + connector + "\"]}");
    enterprise.signIn(browser);
    String member = at + "/users/" + enterprise.owner() + "/roles";
    assertEquals(role, enterprise.api.get(member).json().at("/0/id").asText());
    assertEquals(204, enterprise.api.delete(at + "/users/" + enterprise.owner()).status());
    enterprise.signIn(new Browser());
    assertEquals(
        "[]", enterprise.api.get("/api/users/" + enterprise.owner() + "/organizations").text());
  }

  @Test
  void aNewAccountIsNotRegisteredPastTheEnterprise() {
    browser.follow(browser.authorize("first_screen", "register"));
    Seen sent = browser.post("/register?app_id=demo-app", "identifier", email, "terms", "1");
    assertTrue(sent.location().startsWith(provider.base()), sent.location() + sent.text());
  }

  @Test
  void withTheSwitchOffNobodyIsSentAway() {
    enterprise.settings("{\"singleSignOnEnabled\":false}");
    Seen page = browser.follow(browser.authorize());
    assertFalse(page.text().contains("/single-sign-on"), page.text());
    assertTrue(
        browser.get("/single-sign-on/email?app_id=demo-app").location().startsWith("/sign-in"));
    Seen direct = new Browser().authorize("direct_sign_in", "sso:" + connector);
    assertTrue(direct.location().contains("fallback=sign-in"), direct.location());
    enterprise.settings("{\"singleSignOnEnabled\":true}");
    assertTrue(browser.get("/sign-in?app_id=demo-app").text().contains("/single-sign-on/email"));
    Seen stranger =
        browser.post("/single-sign-on/email?app_id=demo-app", "identifier", "x@nobody.example");
    assertTrue(stranger.text().contains("identifier-error"), stranger.text());
  }

  @Test
  void tokensAreKeptSealedWhereTheConnectorSaysSo() {
    provider.refreshToken("once");
    enterprise.signIn(browser);
    String path = "/api/users/" + enterprise.owner() + "/sso-identities/" + connector;
    assertFalse(enterprise.api.get(path + "?includeTokenSecret=true").json().has("tokenSecret"));
    enterprise.change(connector, "{\"enableTokenStorage\":true}");
    enterprise.signIn(new Browser());
    provider.refreshToken(null);
    enterprise.signIn(new Browser());
    assertFalse(enterprise.api.get(path).json().has("tokenSecret"));
    JsonNode secret =
        enterprise.api.get(path + "?includeTokenSecret=true").json().get("tokenSecret");
    assertEquals("federated_token_set", secret.get("type").asText());
    assertEquals(connector, secret.get("ssoConnectorId").asText());
    assertEquals(provider.base(), secret.get("issuer").asText());
    assertEquals(subject, secret.get("identityId").asText());
    assertTrue(secret.at("/metadata/hasRefreshToken").asBoolean(), "it came once");
    byte[] stored =
        db.one(
            TenantId.DEFAULT,
            "select value from sso_token_sets where tenant_id = ? and id = ?",
            row -> row.bytes("value"),
            TenantId.DEFAULT,
            secret.get("id").asText());
    assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("access_token"));
    assertEquals(204, enterprise.api.delete("/api/secrets/" + secret.get("id").asText()).status());
    assertFalse(enterprise.api.get(path + "?includeTokenSecret=true").json().has("tokenSecret"));
    enterprise.signIn(new Browser());
    enterprise.change(connector, "{\"enableTokenStorage\":false}");
    assertFalse(enterprise.api.get(path + "?includeTokenSecret=true").json().has("tokenSecret"));
  }

  @Test
  void hooksAreToldOfNewcomersAndOfWhoComesAgain() {
    try (HookReceiver receiver = new HookReceiver()) {
      String hook =
          enterprise
              .api
              .post(
                  "/api/hooks",
                  "{\"events\":[\"User.Created\",\"User.Data.Updated\",\"PostRegister\",\"PostSignIn\"],\"config\":{\"url\":\"%s\"}}"
                      .formatted(receiver.url()))
              .json()
              .get("id")
              .asText();
      enterprise.signIn(browser);
      assertEquals(email, receiver.await("User.Created").json().at("/data/primaryEmail").asText());
      assertEquals(
          enterprise.owner(), receiver.await("PostRegister").json().get("userId").asText());
      enterprise.signIn(new Browser());
      assertEquals(enterprise.owner(), receiver.await("PostSignIn").json().get("userId").asText());
      assertTrue(
          receiver.received().stream().noneMatch(each -> each.event().equals("User.Data.Updated")),
          "nothing of the account has changed");
      enterprise.api.delete("/api/hooks/" + hook);
    }
  }

  @Test
  void aNewcomerAcceptsTheTermsWhereNewcomersMust() {
    enterprise.settings(
        "{\"agreeToTermsPolicy\":\"ManualRegistrationOnly\",\"termsOfUseUrl\":\"https://t.example/terms\"}");
    try {
      Seen back = enterprise.back(browser, enterprise.toProvider(browser), "code=c0de");
      assertEquals("/register/terms?app_id=demo-app", back.location(), back.text());
      assertNull(enterprise.maybeOwner());
      browser.get(back.location());
      Seen done = browser.post(back.location(), "terms", "1");
      assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
      assertEquals(email, enterprise.user(enterprise.owner()).get("primaryEmail").asText());
    } finally {
      enterprise.settings("{\"agreeToTermsPolicy\":\"Automatic\",\"termsOfUseUrl\":null}");
    }
  }
}
