package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.ProviderPlaces;
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

/** The way to a provider of OpenID Connect and back. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OpenIdSingleSignOnFlowTest {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ProviderPlaces places;
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
  void aNewcomerGetsAnAccountAndIsKnownTheNextTime() {
    Seen sent = enterprise.toProvider(browser);
    assertEquals("openid profile email", plain(sent.parameter("scope")));
    assertEquals(email, plain(sent.parameter("login_hint")));
    Seen back = enterprise.back(browser, sent, "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    assertNotNull(browser.get(back.location()).parameter("code"));
    String id = enterprise.owner();
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

    enterprise.person(true, "Zoé");
    enterprise.signIn(new Browser());
    assertEquals(id, enterprise.owner());
    JsonNode again = enterprise.user(id);
    assertEquals("Zoë", again.get("name").asText(), "names follow only where that is wanted");
    assertEquals("Zoé", again.at("/ssoIdentities/0/detail/name").asText());
    enterprise.change(connector, "{\"syncProfile\":true}");
    enterprise.signIn(new Browser());
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
    Seen back = enterprise.back(browser, sent, "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    assertEquals(id, enterprise.owner());
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
    assertEquals(email, enterprise.user(enterprise.owner()).get("primaryEmail").asText());
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
      assertEquals(
          second,
          enterprise.user(enterprise.owner()).at("/ssoIdentities/0/ssoConnectorId").asText());
    } finally {
      enterprise.api.delete("/api/sso-connectors/" + second);
    }
    assertNull(enterprise.maybeOwner(), "identities go with their connector");
  }

  @Test
  @Spec("OpenID Connect Core §3.1.3.7")
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
    assertNull(enterprise.maybeOwner());
  }

  private void assertRefused(String what) {
    Browser who = new Browser();
    Seen back = enterprise.back(who, enterprise.toProvider(who), "code=c0de");
    assertEquals(200, back.status(), what);
    assertTrue(back.text().contains("role=\"alert\""), what + back.text());
  }

  @Test
  void aForgedDeniedOrRepeatedReturnIsBackAtTheSignInPage() {
    Seen sent = enterprise.toProvider(browser);
    Seen forged = browser.get("/callback/" + connector + "?code=c0de&state=forged");
    assertTrue(forged.text().contains("role=\"alert\""), forged.text());
    Seen denied = enterprise.back(browser, sent, "error=access_denied");
    assertEquals(200, denied.status());
    assertTrue(denied.text().contains("did not let you in"), denied.text());
    Seen late = enterprise.back(browser, sent, "code=c0de");
    assertTrue(late.text().contains("role=\"alert\""), "the trip counts once: " + late.text());
    Seen mixed =
        enterprise.back(
            browser, enterprise.toProvider(browser), "code=c0de&iss=https%3A%2F%2Fidp.example");
    assertTrue(mixed.text().contains("role=\"alert\""), mixed.text());
    Seen elsewhere = enterprise.back(new Browser(), enterprise.toProvider(browser), "code=c0de");
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
  void applicationsSendPeopleStraightToTheirEnterprise() {
    Seen first = browser.authorize("direct_sign_in", "sso:" + connector);
    Seen sent = browser.get(first.location());
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith(provider.base()), sent.location());
    assertNull(sent.parameter("login_hint"));
    Seen back = enterprise.back(browser, sent, "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    Browser other = new Browser();
    Seen unknown = other.authorize("direct_sign_in", "sso:unknown", "first_screen", "register");
    assertTrue(other.get(unknown.location()).location().startsWith("/register"));
  }

  @Test
  void ofManyDirectoriesOfMicrosoftEachNamesItself() {
    String common = "https://login.microsoftonline.com/common/v2.0";
    String directory = "9188040d-6c67-4c5b-b112-36a304b66dad";
    String issuer = "https://login.microsoftonline.com/" + directory + "/v2.0";
    places.move(common + DISCOVERY, provider.base() + DISCOVERY);
    provider.callItself("https://login.microsoftonline.com/{tenantid}/v2.0");
    String config =
        provider
            .config()
            .replace(provider.base(), common)
            .replace("}", ",\"trustUnverifiedEmail\":true}");
    String azure = enterprise.connector("AzureAdOidc", config);
    try {
      enterprise.person(false, "Zoë");
      provider.twist(claims -> claims.put("iss", issuer).put("tid", directory));
      assertTrue(enterprise.through(azure).location().startsWith("/oidc/auth/"));
      JsonNode user = enterprise.user(enterprise.ownerOf(issuer));
      assertTrue(user.get("primaryEmail").isNull(), "anybody may have a directory");
      provider.twist(claims -> claims.put("iss", issuer).put("tid", "another"));
      assertTrue(enterprise.through(azure).text().contains("role=\"alert\""));
      provider.twist(claims -> claims.put("iss", issuer).put("tid", "../x"));
      assertTrue(enterprise.through(azure).text().contains("role=\"alert\""));
    } finally {
      enterprise.api.delete("/api/sso-connectors/" + azure);
      places.restore();
    }
  }

  @Test
  void googleIsAskedToLetPeopleChooseTheirAccount() {
    String google = "https://accounts.google.com";
    places.move(google + DISCOVERY, provider.base() + DISCOVERY);
    provider.callItself(google);
    String config = "{\"clientId\":\"us\",\"clientSecret\":\"secret\",\"offlineAccess\":true}";
    String workspace = enterprise.connector("GoogleWorkspace", config);
    try {
      Seen sent = enterprise.direct(new Browser(), workspace);
      assertEquals("select_account consent", plain(sent.parameter("prompt")));
      assertEquals("offline", sent.parameter("access_type"));
      assertTrue(enterprise.through(workspace).location().startsWith("/oidc/auth/"));
      assertEquals(email, enterprise.user(enterprise.ownerOf(google)).get("primaryEmail").asText());
    } finally {
      enterprise.api.delete("/api/sso-connectors/" + workspace);
      places.restore();
    }
  }

  private static String plain(@Nullable String encoded) {
    assertNotNull(encoded);
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
