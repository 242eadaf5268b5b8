package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInOpenId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OpenIdSingleSignOnFlowTest {
  @Inject ApiClients clients;
  @Inject People people;
  @Inject Db db;

  private final Browser browser = new Browser();
  private final StandInOpenId provider = new StandInOpenId();
  private final String subject = "s-" + Ids.shortId();
  private Enterprise enterprise;
  private String connector;
  private String email;

  @BeforeEach
  void configure() {
    enterprise = new Enterprise(clients.management());
    enterprise.settings("{\"singleSignOnEnabled\":true}");
    connector = enterprise.connector("OIDC", provider.config());
    email = enterprise.address();
    person(true, "Zoë");
  }

  @AfterEach
  void restore() {
    enterprise.settings("{\"singleSignOnEnabled\":true,\"signInMode\":\"SignInAndRegister\"}");
    enterprise.api.delete("/api/sso-connectors/" + connector);
    provider.close();
  }

  private void person(boolean verified, String name) {
    provider.person(
        "{\"sub\":\"%s\",\"email\":\"%s\",\"email_verified\":%s,\"name\":\"%s\",\"picture\":\"https://p.example/z\"}"
            .formatted(subject, email, verified, name));
  }

  @Test
  void aNewcomerGetsAnAccountAndIsKnownTheNextTime() {
    Seen sent = toProvider(browser);
    assertEquals("openid profile email", plain(sent.parameter("scope")));
    assertEquals(email, plain(sent.parameter("login_hint")));
    Seen back = back(browser, sent, "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    assertNotNull(browser.get(back.location()).parameter("code"));
    String id = owner();
    JsonNode user = enterprise.user(id);
    assertEquals(email, user.get("primaryEmail").asText());
    assertEquals("Zoë", user.get("name").asText());
    assertEquals("https://p.example/z", user.get("avatar").asText());
    assertTrue(user.get("username").isNull(), "nothing else is asked for");
    JsonNode identity = user.at("/ssoIdentities/0");
    assertEquals(provider.base(), identity.get("issuer").asText());
    assertEquals(subject, identity.get("identityId").asText());
    assertEquals(connector, identity.get("ssoConnectorId").asText());
    assertEquals(email, identity.at("/detail/email").asText());

    person(true, "Zoé");
    signIn(new Browser());
    assertEquals(id, owner());
    JsonNode again = enterprise.user(id);
    assertEquals("Zoë", again.get("name").asText(), "names follow only where that is wanted");
    assertEquals("Zoé", again.at("/ssoIdentities/0/detail/name").asText());
    enterprise.change(connector, "{\"syncProfile\":true}");
    signIn(new Browser());
    assertEquals("Zoé", enterprise.user(id).get("name").asText());
    assertEquals(1, provider.discoveries() - 2, "asked once for sign-ins, twice by administrators");
  }

  @Test
  void anAccountWithTheAddressIsLinkedAndItsPasswordIsOfNoUse() {
    String id = people.with(People.username(), email.toUpperCase(Locale.ROOT)).id();
    browser.follow(browser.authorize());
    Seen sent =
        browser.post("/sign-in?app_id=demo-app", "identifier", email, "password", People.PASSWORD);
    assertTrue(sent.location().startsWith(provider.base()), sent.location() + sent.text());
    Seen back = back(browser, sent, "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    assertEquals(id, owner());
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
  void pagesOfOnesOwnSignInByTheApi() {
    browser.follow(browser.authorize());
    browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"SignIn\"}");
    String path = "/api/experience/verification/sso/" + connector;
    Seen begun =
        browser.api(
            "POST",
            path + "/authorization-uri",
            "{\"state\":\"st\",\"redirectUri\":\"https://own.example/back\"}");
    assertEquals(200, begun.status(), begun.text());
    String verification = begun.json().get("verificationId").asText();
    provider.ask(begun.json().get("authorizationUri").asText());
    String data =
        "{\"connectorData\":{\"code\":\"c0de\",\"state\":\"st\"},\"verificationId\":\"%s\"}"
            .formatted(verification);
    Seen verified = browser.api("POST", path + "/verify", data);
    assertEquals(200, verified.status(), verified.text());
    assertEquals(
        "session.connector_validation_session_not_found",
        browser.api("POST", path + "/verify", data).code());
    JsonNode record =
        browser.api("GET", "/api/experience/interaction", null).json().at("/verificationRecords/0");
    assertEquals("EnterpriseSso", record.get("type").asText());
    assertEquals(subject, record.at("/enterpriseSsoUserInfo/id").asText());
    assertFalse(record.has("session") || record.has("tokens"), record.toString());
    String proof = "{\"verificationId\":\"" + verification + "\"}";
    Seen unknown = browser.api("POST", "/api/experience/identification", proof);
    assertEquals(404, unknown.status());
    assertEquals("user.sso_identity_not_exist", unknown.code());
    browser.api("PUT", "/api/experience/interaction-event", "{\"interactionEvent\":\"Register\"}");
    Seen made = browser.api("POST", "/api/experience/identification", proof);
    assertEquals(201, made.status(), made.text());
    Seen done = browser.api("POST", "/api/experience/submit", null);
    assertEquals(200, done.status(), done.text());
    assertEquals(email, enterprise.user(owner()).get("primaryEmail").asText());
  }

  @Test
  void whoeverHasSeveralConnectorsChooses() {
    String second =
        enterprise.connector(
            "OIDC",
            provider.config(),
            ",\"branding\":{\"displayName\":\"Harbour Lima\",\"logo\":\"https://l.example/x.png\"}");
    try {
      browser.follow(browser.authorize("first_screen", "single_sign_on"));
      Seen choice = browser.post("/single-sign-on/email?app_id=demo-app", "identifier", email);
      assertEquals("/single-sign-on/connectors?app_id=demo-app", choice.location(), choice.text());
      Seen page = browser.get(choice.location());
      assertTrue(page.text().contains("Harbour Lima"), page.text());
      assertTrue(page.text().contains("https://l.example/x.png"), page.text());
      assertTrue(page.text().contains(email), page.text());
      Seen none = browser.post(choice.location(), "connector", "another");
      assertEquals("/single-sign-on/email?app_id=demo-app", none.location());
      Seen sent = browser.post(choice.location(), "connector", second);
      provider.ask(sent.location());
      Seen back =
          browser.get("/callback/" + second + "?code=c0de&state=" + sent.parameter("state"));
      assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
      assertEquals(second, enterprise.user(owner()).at("/ssoIdentities/0/ssoConnectorId").asText());
    } finally {
      enterprise.api.delete("/api/sso-connectors/" + second);
    }
    assertNull(maybeOwner(), "identities go with their connector");
  }

  @Test
  void anAddressThatIsNotVerifiedOpensNobodysAccount() {
    String id = people.with(People.username(), email).id();
    person(false, "Zoë");
    signIn(browser);
    JsonNode made = enterprise.user(owner());
    assertFalse(id.equals(made.get("id").asText()));
    assertTrue(made.get("primaryEmail").isNull());
    assertEquals(email, made.at("/ssoIdentities/0/detail/unverifiedEmail").asText());
    assertFalse(made.at("/ssoIdentities/0/detail").has("email"));
    assertEquals(204, enterprise.api.delete("/api/users/" + made.get("id").asText()).status());
    enterprise.change(
        connector,
        "{\"config\":" + provider.config().replace("}", ",\"trustUnverifiedEmail\":true}") + "}");
    signIn(new Browser());
    assertEquals(id, owner());
  }

  @Test
  void anEnterpriseVouchesForItsOwnDomainsOnly() {
    String victim = people.with(People.username(), "v" + Ids.shortId() + "@elsewhere.example").id();
    String theirs = enterprise.user(victim).get("primaryEmail").asText();
    provider.person(
        "{\"sub\":\"%s\",\"email\":\"%s\",\"email_verified\":true}".formatted(subject, theirs));
    signIn(browser);
    assertFalse(victim.equals(owner()));
    assertTrue(enterprise.user(owner()).get("primaryEmail").isNull());
  }

  @Test
  void anIdTokenThatIsNotOursIsRefused() {
    Map<String, Consumer<ObjectNode>> twists = new LinkedHashMap<>();
    twists.put("issuer", claims -> claims.put("iss", "https://idp.example"));
    twists.put("audience", claims -> claims.put("aud", "them"));
    twists.put("party", claims -> claims.put("azp", "them"));
    twists.put("audiences", claims -> claims.putArray("aud").add("us").add("them"));
    twists.put("nonce", claims -> claims.put("nonce", "another"));
    twists.put("no nonce", claims -> claims.remove("nonce"));
    twists.put("expired", claims -> claims.put("exp", claims.get("iat").asLong() - 120));
    twists.put("old", claims -> claims.put("iat", claims.get("iat").asLong() - 660));
    twists.put("nobody", claims -> claims.remove("sub"));
    twists.forEach((what, twist) -> {
      provider.twist(twist);
      assertRefused(what);
    });
    provider.twist(claims -> {});
    provider.forge(true);
    assertRefused("signature");
    provider.forge(false);
    provider.profile("{\"sub\":\"another\",\"email\":\"" + email + "\"}");
    assertRefused("profile");
    assertNull(maybeOwner());
  }

  private void assertRefused(String what) {
    Browser who = new Browser();
    Seen back = back(who, toProvider(who), "code=c0de");
    assertEquals(200, back.status(), what);
    assertTrue(back.text().contains("role=\"alert\""), what + back.text());
  }

  @Test
  void aForgedDeniedOrRepeatedReturnIsBackAtTheSignInPage() {
    Seen sent = toProvider(browser);
    Seen forged = browser.get("/callback/" + connector + "?code=c0de&state=forged");
    assertTrue(forged.text().contains("role=\"alert\""), forged.text());
    Seen denied = back(browser, sent, "error=access_denied");
    assertEquals(200, denied.status());
    assertTrue(denied.text().contains("did not let you in"), denied.text());
    Seen late = back(browser, sent, "code=c0de");
    assertTrue(late.text().contains("role=\"alert\""), "the trip counts once: " + late.text());
    Seen mixed = back(browser, toProvider(browser), "code=c0de&iss=https%3A%2F%2Fidp.example");
    assertTrue(mixed.text().contains("role=\"alert\""), mixed.text());
    Seen elsewhere = back(new Browser(), toProvider(browser), "code=c0de");
    assertEquals("/unknown-session", elsewhere.location());
  }

  @Test
  void aProviderThatIsDownOrSpeaksForAnotherIsSaidClearly() {
    StandInOpenId gone = new StandInOpenId();
    enterprise.change(connector, "{\"config\":" + gone.config() + "}");
    gone.close();
    browser.follow(browser.authorize());
    Seen page = browser.post("/single-sign-on/email?app_id=demo-app", "identifier", email);
    assertEquals(200, page.status(), page.location());
    assertTrue(page.text().contains("role=\"alert\""), page.text());
    assertTrue(page.text().contains("did not answer as it should"), page.text());
    assertTrue(page.text().contains(email), "to try again: " + page.text());

    try (StandInOpenId liar = new StandInOpenId()) {
      enterprise.change(connector, "{\"config\":" + liar.config() + "}");
      liar.callItself(provider.base());
      Seen refused = browser.post("/single-sign-on/email?app_id=demo-app", "identifier", email);
      assertTrue(refused.text().contains("role=\"alert\""), refused.text());
    }
  }

  @Test
  void whoeverIsSuspendedIsToldSo() {
    signIn(browser);
    enterprise.api.patch("/api/users/" + owner() + "/is-suspended", "{\"isSuspended\":true}");
    Browser who = new Browser();
    Seen back = back(who, toProvider(who), "code=c0de");
    assertEquals(200, back.status(), back.location());
    assertTrue(back.text().contains("This account is suspended"), back.text());
  }

  @Test
  void newcomersStayOutWhereNobodyMayRegister() {
    enterprise.settings("{\"signInMode\":\"SignIn\"}");
    Seen back = back(browser, toProvider(browser), "code=c0de");
    assertEquals(200, back.status(), back.location());
    assertTrue(back.text().contains("No account is linked"), back.text());
    assertNull(maybeOwner());
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
    signIn(browser);
    String member = at + "/users/" + owner() + "/roles";
    assertEquals(role, enterprise.api.get(member).json().at("/0/id").asText());
    assertEquals(204, enterprise.api.delete(at + "/users/" + owner()).status());
    signIn(new Browser());
    assertEquals("[]", enterprise.api.get("/api/users/" + owner() + "/organizations").text());
  }

  @Test
  void applicationsSendPeopleStraightToTheirEnterprise() {
    Seen first = browser.authorize("direct_sign_in", "sso:" + connector);
    Seen sent = browser.get(first.location());
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith(provider.base()), sent.location());
    assertNull(sent.parameter("login_hint"));
    Seen back = back(browser, sent, "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    Browser other = new Browser();
    Seen unknown = other.authorize("direct_sign_in", "sso:unknown", "first_screen", "register");
    assertTrue(other.get(unknown.location()).location().startsWith("/register"));
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
    signIn(browser);
    String path = "/api/users/" + owner() + "/sso-identities/" + connector;
    assertFalse(enterprise.api.get(path + "?includeTokenSecret=true").json().has("tokenSecret"));
    enterprise.change(connector, "{\"enableTokenStorage\":true}");
    signIn(new Browser());
    provider.refreshToken(null);
    signIn(new Browser());
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
    signIn(new Browser());
    enterprise.change(connector, "{\"enableTokenStorage\":false}");
    assertFalse(enterprise.api.get(path + "?includeTokenSecret=true").json().has("tokenSecret"));
  }

  private void signIn(Browser who) {
    Seen back = back(who, toProvider(who), "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
  }

  private Seen toProvider(Browser who) {
    who.follow(who.authorize());
    Seen sent = who.post("/single-sign-on/email?app_id=demo-app", "identifier", email);
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith(provider.base() + "/authorize?"), sent.location());
    return sent;
  }

  private Seen back(Browser who, Seen sent, String answer) {
    provider.ask(sent.location());
    return who.get("/callback/" + connector + "?" + answer + "&state=" + sent.parameter("state"));
  }

  private String owner() {
    String owner = maybeOwner();
    assertNotNull(owner);
    return owner;
  }

  private @Nullable String maybeOwner() {
    return db.find(
            TenantId.DEFAULT,
            "select user_id from user_sso_identities where tenant_id = ? and issuer = ? and identity_id = ?",
            row -> row.text("user_id"),
            TenantId.DEFAULT,
            provider.base(),
            subject)
        .orElse(null);
  }

  private static String plain(@Nullable String encoded) {
    assertNotNull(encoded);
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
