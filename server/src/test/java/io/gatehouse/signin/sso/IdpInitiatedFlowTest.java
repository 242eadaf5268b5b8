package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SamlAnswer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who come from their enterprise's provider without having been sent there. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class IdpInitiatedFlowTest {
  private static final String COOKIE = "_logto_idp_saml_sso_session_id";
  private static final String BACK = "https://app.example/back";
  private static final String PROVIDER = "https://idp.example/sso";

  @Inject ApiClients clients;

  private final Browser browser = new Browser();
  private final String name = "n-" + Ids.shortId();
  private Enterprise enterprise;
  private boolean wasOn;
  private String connector;
  private String email;

  @BeforeEach
  void configure() {
    enterprise = new Enterprise(clients.management());
    wasOn = enterprise.api.get("/api/sign-in-exp").json().get("singleSignOnEnabled").asBoolean();
    enterprise.settings("{\"singleSignOnEnabled\":true}");
    connector = enterprise.connector("SAML", SamlAnswer.config(""));
    email = enterprise.address();
  }

  @AfterEach
  void restore() {
    enterprise.api.delete("/api/sso-connectors/" + connector);
    enterprise.settings("{\"singleSignOnEnabled\":" + wasOn + "}");
  }

  @Test
  @Spec("SAML 2.0 Profiles §4.1.5")
  void whoComesIsSignedInToTheApplicationOfTheConnector() {
    JsonNode application = application("Traditional", BACK);
    String id = application.get("id").asText();
    configure(
        """
        {"defaultApplicationId":"%s","autoSendAuthorizationRequest":true,
         "authParameters":{"scope":"email offline_access","ui_locales":"fr","client_id":"other","prompt":"none"}}
        """
            .formatted(id));
    Seen come = come(browser, said());
    assertEquals(302, come.status(), come.text());
    assertTrue(come.location().startsWith("/oidc/auth?"), come.location());
    Map<String, String> asked =
        Map.of(
            "client_id", id,
            "redirect_uri", encoded(BACK),
            "response_type", "code",
            "scope", "openid+profile+email",
            "prompt", "login",
            "direct_sign_in", "sso%3A" + connector,
            "ui_locales", "fr");
    asked.forEach((parameter, value) -> assertEquals(value, come.parameter(parameter), parameter));
    assertNotNull(browser.cookie(COOKIE));
    String cookie = come.header("Set-Cookie");
    assertTrue(cookie.endsWith("; samesite=lax; httponly"), cookie);

    Seen done = browser.follow(come);
    assertTrue(done.location().startsWith(BACK + "?code="), done.location() + done.text());
    assertNull(browser.cookie(COOKIE), "it counts once");
    JsonNode tokens = tokens(application, String.valueOf(done.parameter("code")));
    assertEquals("openid profile email", tokens.get("scope").asText());
    assertFalse(tokens.has("refresh_token"));
    JsonNode user = user(tokens);
    assertEquals(email, user.get("primaryEmail").asText());
    assertEquals(name, user.at("/ssoIdentities/0/identityId").asText());

    Browser again = new Browser();
    Seen known = again.follow(come(again, said()));
    JsonNode second = tokens(application, String.valueOf(known.parameter("code")));
    assertEquals(user.get("id"), user(second).get("id"), "the same person");
    assertTrue(log("Success").contains(connector));
  }

  @Test
  void nobodyComesWhereNobodyHasSaidWhatFor() {
    Seen refused = new Browser().post(path(), "SAMLResponse", said().value());
    assertEquals(404, refused.status());
    assertEquals("session.connector_validation_session_not_found", refused.code());
    String id = application("Traditional", BACK).get("id").asText();
    configure(
        "{\"defaultApplicationId\":\"%s\",\"autoSendAuthorizationRequest\":true}".formatted(id));
    assertEquals(302, come(browser, said()).status());
    assertEquals(204, enterprise.api.delete("/api/applications/" + id).status());
    assertEquals(404, new Browser().post(path(), "SAMLResponse", said().value()).status());
  }

  @Test
  @Spec("SAML 2.0 Profiles §4.1.5")
  void whatIsNotTheProvidersWordUnaskedIsRefused() {
    configure(
        "{\"defaultApplicationId\":\"%s\",\"autoSendAuthorizationRequest\":true}"
            .formatted(application("Traditional", BACK).get("id").asText()));
    Map<String, Consumer<SamlAnswer>> twists = new LinkedHashMap<>();
    twists.put("another key", answer -> answer.byAnotherKey = true);
    twists.put("no signature", answer -> answer.signsAssertion = false);
    twists.put("another audience", answer -> answer.audience = "urn:them");
    twists.put("upon a request", answer -> answer.inResponseTo = "_theirs");
    twists.put("over", answer -> answer.shift = Duration.ofMinutes(-10));
    twists.put("for ever", answer -> answer.life = Duration.ofDays(8));
    twists.forEach((what, twist) -> {
      SamlAnswer answer = said();
      twist.accept(answer);
      assertRefused(what, come(new Browser(), answer));
    });
    assertTrue(log("Error").contains("invalid_saml_response"), "administrators read why");
  }

  @Test
  @Spec("SAML 2.0 Profiles §4.1.4.5")
  void anAssertionCountsOnceWhateverItIsWrappedIn() {
    configure(
        "{\"defaultApplicationId\":\"%s\",\"autoSendAuthorizationRequest\":true}"
            .formatted(application("Traditional", BACK).get("id").asText()));
    SamlAnswer answer = said();
    assertEquals(302, come(browser, answer).status());
    assertRefused("again", come(browser, answer));
    assertRefused("again elsewhere", come(new Browser(), answer));
  }

  @Test
  void itIsOfUseOnlyInTheBrowserThatBroughtItAndOnlyForItsApplication() {
    configure(
        "{\"defaultApplicationId\":\"%s\",\"autoSendAuthorizationRequest\":true}"
            .formatted(application("Traditional", BACK).get("id").asText()));
    Seen come = come(browser, said());
    Browser other = new Browser();
    assertTrue(other.follow(come).location().startsWith(PROVIDER), "another browser is sent there");
    Browser elsewhere = browser.copy();
    Seen sent = elsewhere.follow(elsewhere.authorize("direct_sign_in", "sso:" + connector));
    assertTrue(sent.location().startsWith(PROVIDER), sent.location() + sent.text());
    Seen done = browser.follow(come);
    assertTrue(done.location().startsWith(BACK + "?code="), done.location() + done.text());
  }

  @Test
  void anApplicationMayAskForItself() {
    String spa = application("SPA", "https://spa.example/back").get("id").asText();
    configure(
        """
        {"defaultApplicationId":"%s","autoSendAuthorizationRequest":false,
         "clientIdpInitiatedAuthCallbackUri":"https://spa.example/start?from=idp"}
        """
            .formatted(spa));
    Seen come = come(browser, said());
    assertEquals("https://spa.example/start?from=idp&ssoConnectorId=" + connector, come.location());
    Seen done =
        browser.follow(
            browser.get(
                "/oidc/auth?client_id="
                    + spa
                    + "&redirect_uri=https%3A%2F%2Fspa.example%2Fback&response_type=code&scope=openid"
                    + "&state=st&code_challenge_method=S256"
                    + "&code_challenge=rywiWVrt9RO8mGMywp2tzGz0ikk5sXsdmTFf9gCqs_4"
                    + "&direct_sign_in=sso%3A"
                    + connector));
    assertTrue(done.location().startsWith("https://spa.example/back?"), done.location());
    assertNotNull(done.parameter("code"));
  }

  @Test
  void aServiceProviderOfSamlIsToldWhoCame() {
    Answer made =
        enterprise.api.post(
            "/api/saml-applications",
            """
            {"name":"Intranet","entityId":"urn:sp:%s",
             "acsUrl":{"binding":"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST","url":"https://sp.example/acs"}}
            """
                .formatted(name));
    assertEquals(201, made.status(), made.text());
    String id = made.json().get("id").asText();
    configure(
        "{\"defaultApplicationId\":\"%s\",\"autoSendAuthorizationRequest\":true}".formatted(id));
    Seen page = browser.follow(come(browser, said()));
    assertEquals(200, page.status(), page.location());
    assertTrue(page.text().contains("action=\"https://sp.example/acs\""), page.text());
    assertTrue(page.text().contains("SAMLResponse"), page.text());
    enterprise.api.delete("/api/saml-applications/" + id);
  }

  private void configure(String config) {
    Answer put =
        enterprise.api.put(
            "/api/sso-connectors/" + connector + "/idp-initiated-auth-config", config);
    assertEquals(200, put.status(), put.text());
  }

  private JsonNode application(String type, String redirectUri) {
    Answer made =
        enterprise.api.post(
            "/api/applications",
            """
            {"name":"%s","type":"%s","oidcClientMetadata":{"redirectUris":["%s"],"postLogoutRedirectUris":[]}}
            """
                .formatted(name, type, redirectUri));
    assertEquals(200, made.status(), made.text());
    return made.json();
  }

  private SamlAnswer said() {
    SamlAnswer said = SamlAnswer.unasked(connector);
    said.nameId = name;
    said.attributes.put("email", email);
    return said;
  }

  /** The form of the provider's page, in this browser. */
  private Seen come(Browser who, SamlAnswer said) {
    return who.postFromElsewhere(path(), "text/html", "SAMLResponse", said.value());
  }

  private String path() {
    return "/api/authn/single-sign-on/saml/" + connector;
  }

  private void assertRefused(String what, Seen answered) {
    assertEquals(200, answered.status(), what + answered.location());
    assertTrue(answered.text().contains("<html"), what + answered.text());
    assertTrue(answered.header("Set-Cookie").isEmpty(), what);
  }

  private JsonNode tokens(JsonNode application, String code) {
    String id = application.get("id").asText();
    JsonNode secrets = enterprise.api.get("/api/applications/" + id + "/secrets").json();
    Answer answer =
        clients
            .anonymous()
            .send(
                "POST",
                "/oidc/token",
                "grant_type=authorization_code&code=%s&redirect_uri=%s&client_id=%s&client_secret=%s"
                    .formatted(code, encoded(BACK), id, secrets.at("/0/value").asText()),
                "Content-Type",
                "application/x-www-form-urlencoded");
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private JsonNode user(JsonNode tokens) {
    Answer claims = clients.with(tokens.get("access_token").asText()).get("/oidc/me");
    return enterprise.user(claims.json().get("sub").asText());
  }

  private String log(String result) {
    StringBuilder found = new StringBuilder();
    enterprise
        .api
        .get(
            "/api/logs?page_size=100&logKey=Interaction.SignIn.Verification.IdpInitiatedSso.Create")
        .json()
        .forEach(each -> {
          if (each.at("/payload/result").asText().equals(result)) {
            found.append(each);
          }
        });
    return found.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
