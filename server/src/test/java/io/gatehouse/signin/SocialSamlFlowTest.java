package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.saml.RedirectBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.Xml;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.PostOnlyProvider;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SamlAnswer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Sign-ins by a social connector of SAML. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SocialSamlFlowTest {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private final String connector = Ids.shortId();
  private final String target = "t" + Ids.shortId();
  private final String name = "n-" + Ids.shortId();
  private ApiClient api;

  @BeforeEach
  void configure() {
    api = clients.management();
    Answer made =
        api.post(
            "/api/connectors",
            """
            {"connectorId":"saml","id":"%s","config":%s,"metadata":{"target":"%s","name":{"en":"Guild"}}}
            """
                .formatted(connector, config(), target));
    assertEquals(200, made.status(), made.text());
    settings(
        """
        {"socialSignInConnectorTargets":["%s"],"socialSignIn":{"skipRequiredIdentifiers":true}}
        """
            .formatted(target));
  }

  @AfterEach
  void restore() {
    settings("{\"socialSignInConnectorTargets\":[],\"socialSignIn\":{}}");
    api.delete("/api/connectors/" + connector);
  }

  private ObjectNode config() {
    return SamlAnswer.social(connector);
  }

  @Test
  void aNewcomerGetsAnAccountAndIsKnownTheNextTime() throws SamlException {
    Seen sent = toProvider(browser);
    Element request = RedirectBinding.decode(SamlAnswer.parameter(sent.location(), "SAMLRequest"));
    assertEquals(
        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
        Xml.children(request, Saml.PROTOCOL, "NameIDPolicy").getFirst().getAttribute("Format"));
    SamlAnswer answer = answer(sent);
    assertEquals("urn:us", answer.audience, "who we are");
    assertEquals(Browser.ENDPOINT + "/api/authn/saml/" + connector, answer.recipient);
    answer.attributes.put("name", "Zoë");
    Seen bounced = post(sent, answer.value());
    assertEquals(302, bounced.status(), bounced.text());
    assertTrue(bounced.location().contains("/callback/" + connector), bounced.location());
    Seen back = browser.get(bounced.location());
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    assertNotNull(browser.get(back.location()).parameter("code"));
    JsonNode user = person();
    assertEquals("Zoë", user.get("name").asText());
    assertEquals(name, user.at("/identities/" + target + "/details/rawData/nameID").asText());

    Browser again = new Browser();
    Seen asked = toProvider(again);
    SamlAnswer whole = answer(asked);
    whole.signsAssertion = false;
    whole.signsResponse = true;
    Seen known = again.get(post(asked, whole.value()).location());
    assertTrue(known.location().startsWith("/oidc/auth/"), known.location() + known.text());
    assertEquals(user.get("id"), person().get("id"));
  }

  @Test
  void attributesAreMappedAndAnAccountWithTheAddressIsOffered() {
    String email = "e" + Ids.shortId() + "@example.org";
    people.with(People.username(), email);
    ObjectNode config = config();
    config.putObject("profileMap").put("id", "urn:oid:1.2").put("email", "urn:mail");
    configure(config);
    Seen sent = toProvider(browser);
    SamlAnswer answer = answer(sent);
    answer.nameId = "transient";
    answer.attributes.putAll(Map.of("urn:oid:1.2", name, "urn:mail", email));
    Seen back = browser.get(post(sent, answer.value()).location());
    assertTrue(
        back.location().startsWith("/social/link/" + connector), back.location() + back.text());
    Seen joined = browser.post(back.location(), "do", "link");
    assertTrue(joined.location().startsWith("/oidc/auth/"), joined.location() + joined.text());
    assertEquals(email, person().get("primaryEmail").asText());
  }

  @Test
  @Spec("SAML 2.0 Profiles §4.1.4.3")
  void whatIsNotTheProvidersWordToUsNowIsRefused() {
    Map<String, Consumer<SamlAnswer>> twists = new LinkedHashMap<>();
    twists.put("another key", answer -> answer.byAnotherKey = true);
    twists.put("no signature", answer -> answer.signsAssertion = false);
    twists.put("another provider", answer -> answer.issuer = "urn:other");
    twists.put("another audience", answer -> answer.audience = "urn:them");
    twists.put("another place", answer -> answer.recipient = "https://them.example/acs");
    twists.put("another request", answer -> answer.inResponseTo = "_another");
    twists.put("unasked", answer -> answer.inResponseTo = null);
    twists.put("over", answer -> answer.shift = Duration.ofMinutes(-10));
    twists.put("nobody", answer -> answer.nameId = "");
    twists.forEach((what, twist) -> {
      Browser who = new Browser();
      Seen sent = toProvider(who);
      SamlAnswer answer = answer(sent);
      twist.accept(answer);
      Seen answered = post(sent, answer.value());
      if (what.equals("nobody")) {
        answered = who.get(answered.location());
      }
      assertRefused(what, answered);
    });
    Seen sent = toProvider(new Browser());
    String tampered = answer(sent).value();
    String xml = new String(Base64.getDecoder().decode(tampered), StandardCharsets.UTF_8);
    assertRefused("tampered", post(sent, encoded(xml.replace(name, "victim"))));
    assertFalse(api.get("/api/users?page_size=100").text().contains(name));
    JsonNode logs =
        api.get("/api/logs?logKey=Interaction.SignIn.Verification.Social.Submit").json();
    assertTrue(logs.toString().contains("its assertion is for another party"), "and why is told");
  }

  @Test
  void aResponseCountsOnceAndOnlyInTheBrowserThatBroughtIt() {
    Seen sent = toProvider(browser);
    String value = answer(sent).value();
    Seen bounced = post(sent, value);
    assertEquals(302, bounced.status(), bounced.text());
    assertRefused("again", post(sent, value));
    Seen other = new Browser().get(bounced.location());
    assertEquals("/unknown-session", other.location(), other.text());
    Seen done = browser.get(bounced.location());
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());

    Browser guessing = new Browser();
    Seen asked = toProvider(guessing);
    String theirs = post(asked, answer(asked).value()).location();
    Seen guessed = guessing.get(theirs.replaceFirst("ticket=[^&]+", "ticket=guessed"));
    assertTrue(guessed.text().contains("role=\"alert\""), guessed.text());
  }

  @Test
  void requestsAreSignedAndAssertionsDecryptedByTheKeysOfTheConfiguration()
      throws GeneralSecurityException {
    SigningCertificate ours = SigningCertificate.make("us", MADE, MADE.plus(Duration.ofDays(400)));
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"
            .formatted(Base64.getMimeEncoder().encodeToString(ours.privateKey()));
    configure(
        config()
            .put("signAuthnRequest", true)
            .put("privateKey", pem)
            .put("requestSignatureAlgorithm", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512")
            .put("encryptAssertion", true)
            .put("encPrivateKey", pem));
    Seen sent = toProvider(browser);
    String query = sent.location().substring(sent.location().indexOf("SAMLRequest="));
    Signature signature = Signature.getInstance("SHA512withRSA");
    signature.initVerify(ours.parsed());
    signature.update(
        query.substring(0, query.indexOf("&Signature=")).getBytes(StandardCharsets.US_ASCII));
    assertTrue(
        signature.verify(
            Base64.getDecoder().decode(SamlAnswer.parameter(sent.location(), "Signature"))));
    SamlAnswer answer = answer(sent);
    answer.encryptedFor = ours.parsed();
    Seen back = browser.get(post(sent, answer.value()).location());
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
  }

  @Test
  @Spec("SAML 2.0 Bindings §3.5")
  void aProviderThatTakesNoRequestInAnAddressIsPostedIt() throws Exception {
    SigningCertificate ours = SigningCertificate.make("us", MADE, MADE.plus(Duration.ofDays(400)));
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"
            .formatted(Base64.getMimeEncoder().encodeToString(ours.privateKey()));
    try (PostOnlyProvider provider = new PostOnlyProvider()) {
      provider.requireSignature(ours.parsed());
      configure(
          config()
              .put("idpMetadataXml", provider.metadata())
              .put("signAuthnRequest", true)
              .put("privateKey", pem));
      browser.follow(browser.authorize());
      Seen sent = browser.post("/social?app_id=demo-app", "connector", connector);
      String place = "/api/authn/saml/" + connector;
      assertTrue(sent.location().startsWith(place + "/request?RelayState="), sent.location());
      Seen page = browser.get(sent.location(), "Accept", "text/html");
      PostOnlyProvider.Taken taken = provider.send(page.text());
      SamlAnswer answer = SamlAnswer.to(taken.request());
      answer.nameId = name;
      String relayState = String.valueOf(taken.relayState());
      Seen bounced =
          new Browser()
              .postFromElsewhere(
                  place, "text/html", "SAMLResponse", answer.value(), "RelayState", relayState);
      Seen back = browser.get(bounced.location());
      assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
      Seen over = new Browser().get(sent.location());
      assertEquals("session.connector_validation_session_not_found", over.code());
    }
    assertNotNull(person());
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    assertEquals("connector.invalid_metadata", refusal(config().put("idpMetadataXml", "<a/>")));
    assertEquals("connector.invalid_certificate", refusal(config().put("x509Certificate", "no")));
    assertEquals(
        "connector.invalid_config",
        refusal(config().put("signAuthnRequest", true).put("privateKey", "no")));
    assertEquals("connector.invalid_config", refusal(config().put("encryptAssertion", true)));
    assertEquals("connector.invalid_config", refusal(config().put("timeout", 86_400_000)));
  }

  @Test
  void anApiClientReadsWhatTheContractSays() {
    String path = "/api/authn/saml/" + connector;
    Seen bare = new Browser().post(path, "SAMLResponse", "x");
    assertEquals("connector.invalid_response", bare.code());
    Seen stranger = new Browser().post(path, "SAMLResponse", "x", "RelayState", "stranger");
    assertEquals(400, stranger.status());
    assertEquals("session.connector_validation_session_not_found", stranger.code());
    String relay = SamlAnswer.parameter(toProvider(browser).location(), "RelayState");
    Seen unsigned = new Browser().post(path, "SAMLResponse", "bm9uZQ==", "RelayState", relay);
    assertEquals(401, unsigned.status());
    assertEquals("connector.authorization_failed", unsigned.code());
  }

  private String refusal(ObjectNode config) {
    Answer refused = api.patch("/api/connectors/" + connector, "{\"config\":" + config + "}");
    assertEquals(400, refused.status(), refused.text());
    return refused.code();
  }

  private void configure(ObjectNode config) {
    Answer changed = api.patch("/api/connectors/" + connector, "{\"config\":" + config + "}");
    assertEquals(200, changed.status(), changed.text());
  }

  private static String encoded(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String what, Seen answered) {
    assertEquals(200, answered.status(), what + answered.location());
    assertTrue(answered.text().contains("<html"), what + answered.text());
  }

  private SamlAnswer answer(Seen sent) {
    SamlAnswer answer = SamlAnswer.to(sent.location());
    answer.nameId = name;
    return answer;
  }

  private Seen toProvider(Browser who) {
    who.follow(who.authorize());
    Seen sent = who.post("/social?app_id=demo-app", "connector", connector);
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith("https://idp.example/sso?org=1&"), sent.location());
    return sent;
  }

  /** The browser's form from the provider's page: another site, so that our cookies stay away. */
  private Seen post(Seen sent, String response) {
    return new Browser()
        .postFromElsewhere(
            "/api/authn/saml/" + connector,
            "text/html",
            "SAMLResponse",
            response,
            "RelayState",
            SamlAnswer.parameter(sent.location(), "RelayState"));
  }

  /** Who is known by this name at the provider. */
  private JsonNode person() {
    for (JsonNode user : api.get("/api/users?page_size=100").json()) {
      if (user.at("/identities/" + target + "/userId").asText().equals(name)) {
        return user;
      }
    }
    throw new AssertionError(name);
  }

  private void settings(String patch) {
    Answer changed = api.patch("/api/sign-in-exp", patch);
    assertEquals(200, changed.status(), changed.text());
  }
}
