package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.Xml;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SamlAnswer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SamlSingleSignOnFlowTest {
  @Inject ApiClients clients;
  @Inject People people;
  @Inject Db db;

  private final Browser browser = new Browser();
  private final String name = "n-" + Ids.shortId();
  private Enterprise enterprise;
  private String connector;
  private String email;

  @BeforeEach
  void configure() {
    enterprise = new Enterprise(clients.management());
    enterprise.settings("{\"singleSignOnEnabled\":true}");
    connector = enterprise.connector("SAML", SamlAnswer.config(""));
    email = enterprise.address();
  }

  @AfterEach
  void forget() {
    enterprise.api.delete("/api/sso-connectors/" + connector);
  }

  @Test
  void aNewcomerGetsAnAccountAndIsKnownTheNextTime() {
    Seen sent = toProvider(browser);
    SamlAnswer answer = answer(sent);
    assertEquals(Browser.ENDPOINT + "/enterprise-sso/" + connector, answer.audience, "who we are");
    assertEquals(
        Browser.ENDPOINT + "/api/authn/single-sign-on/saml/" + connector, answer.recipient);
    answer.attributes.put("name", "Zoë");
    Seen bounced = post(sent, answer.value());
    assertEquals(302, bounced.status(), bounced.text());
    assertTrue(bounced.location().startsWith("/callback/" + connector), bounced.location());
    Seen back = browser.get(bounced.location());
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    assertNotNull(browser.get(back.location()).parameter("code"));
    JsonNode user = enterprise.user(owner());
    assertEquals(email, user.get("primaryEmail").asText());
    assertEquals("Zoë", user.get("name").asText());
    JsonNode identity = user.at("/ssoIdentities/0");
    assertEquals(SamlAnswer.ENTITY, identity.get("issuer").asText());
    assertEquals(name, identity.get("identityId").asText());
    assertEquals(name, identity.at("/detail/rawData/nameID").asText());

    Browser again = new Browser();
    Seen asked = toProvider(again);
    SamlAnswer whole = answer(asked);
    whole.signsAssertion = false;
    whole.signsResponse = true;
    Seen known = again.get(post(asked, whole.value()).location());
    assertTrue(known.location().startsWith("/oidc/auth/"), known.location() + known.text());
  }

  @Test
  void attributesAreMappedAndAnAccountWithTheAddressIsLinked() {
    String id = people.with(People.username(), email).id();
    String mapped =
        ",\"attributeMapping\":{\"id\":\"uid\",\"email\":\"urn:mail\",\"name\":\"urn:cn\"}";
    enterprise.change(connector, "{\"config\":" + SamlAnswer.config(mapped) + "}");
    Seen sent = toProvider(browser);
    SamlAnswer answer = answer(sent);
    answer.nameId = "transient";
    answer.attributes.clear();
    answer.attributes.putAll(Map.of("uid", name, "urn:mail", email, "urn:cn", "Zoë"));
    Seen back = browser.get(post(sent, answer.value()).location());
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    assertEquals(id, owner());
  }

  @Test
  void aNameThatIsAnAddressIsTheAddress() {
    Seen sent = toProvider(browser);
    SamlAnswer answer = answer(sent);
    answer.attributes.clear();
    answer.nameFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    answer.nameId = email;
    browser.get(post(sent, answer.value()).location());
    assertEquals(email, enterprise.user(ownerOf(email)).get("primaryEmail").asText());
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
    twists.put("over", answer -> answer.shift = Duration.ofMinutes(-10));
    twists.put("not yet", answer -> answer.shift = Duration.ofMinutes(10));
    twists.put(
        "denied", answer -> answer.status = "urn:oasis:names:tc:SAML:2.0:status:RequestDenied");
    twists.put("nobody", answer -> answer.nameId = "");
    twists.forEach((what, twist) -> {
      Seen sent = toProvider(new Browser());
      SamlAnswer answer = answer(sent);
      twist.accept(answer);
      assertRefused(what, post(sent, answer.value()));
    });
    assertRefused("no XML", post(toProvider(new Browser()), "bm9uZQ=="));
    assertRefused("no base64", post(toProvider(new Browser()), "***"));
    assertNull(maybeOwner(name));
    JsonNode logs =
        enterprise
            .api
            .get("/api/logs?logKey=Interaction.SignIn.Verification.EnterpriseSso.Submit")
            .json();
    assertTrue(logs.toString().contains("invalid_saml_response"), "administrators read why");
  }

  @Test
  void anAssertionThatIsWrappedIsNotTaken() {
    Seen sent = toProvider(browser);
    Element beside = answer(sent).response();
    Element right = Xml.children(beside, Saml.ASSERTION, "Assertion").getFirst();
    Element forged = forged(right);
    beside.insertBefore(forged, right);
    assertRefused("beside", post(sent, PostBinding.encode(beside)));

    Element around = answer(sent).response();
    Element inner = Xml.children(around, Saml.ASSERTION, "Assertion").getFirst();
    Element outer = forged(inner);
    Element signature = Xml.children(inner, Saml.SIGNATURE, "Signature").getFirst();
    Element object = around.getOwnerDocument().createElementNS(Saml.SIGNATURE, "ds:Object");
    around.replaceChild(outer, inner);
    outer.insertBefore(signature, outer.getFirstChild().getNextSibling());
    object.appendChild(inner);
    signature.appendChild(object);
    assertRefused("around", post(sent, PostBinding.encode(around)));

    Element twin = answer(sent).response();
    Element first = Xml.children(twin, Saml.ASSERTION, "Assertion").getFirst();
    Element extension = twin.getOwnerDocument().createElementNS(Saml.PROTOCOL, "samlp:Extensions");
    Element same = forged(first);
    same.setAttribute("ID", first.getAttribute("ID"));
    extension.appendChild(same);
    twin.insertBefore(extension, first);
    assertRefused("an ID twice", post(sent, PostBinding.encode(twin)));
    assertNull(maybeOwner(name));
  }

  /** The same assertion about somebody else, unsigned. */
  private static Element forged(Element assertion) {
    Element forged = (Element) assertion.cloneNode(true);
    forged.removeChild(Xml.children(forged, Saml.SIGNATURE, "Signature").getFirst());
    forged.setAttribute("ID", "_forged");
    Element subject = Xml.children(forged, Saml.ASSERTION, "Subject").getFirst();
    Xml.children(subject, Saml.ASSERTION, "NameID").getFirst().setTextContent("victim");
    return forged;
  }

  @Test
  void aResponseCountsOnceAndOnlyInTheBrowserThatBroughtIt() {
    Seen sent = toProvider(browser);
    String value = answer(sent).value();
    Seen bounced = post(sent, value);
    assertRefused("again", post(sent, value));
    Seen other = new Browser().get(bounced.location());
    assertEquals("/unknown-session", other.location(), other.text());
    String guessed = bounced.location().replaceFirst("ticket=[^&]+", "ticket=guessed");
    Seen wrong = browser.copy().get(guessed);
    assertEquals(200, wrong.status(), wrong.location());
    assertTrue(wrong.text().contains("role=\"alert\""), wrong.text());

    Browser second = new Browser();
    Seen asked = toProvider(second);
    SamlAnswer replayed = answer(asked);
    replayed.assertionId = "_" + Ids.token();
    String once = replayed.value();
    Seen first = post(asked, once);
    Seen done = second.get(first.location());
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
    assertTrue(second.get(first.location()).location().startsWith("/oidc/auth/"), "it has ended");
  }

  @Test
  void anApiClientReadsWhatTheContractSays() {
    String path = "/api/authn/single-sign-on/saml/";
    assertEquals("guard.invalid_input", send(path + connector, "RelayState", "x").code());
    Seen missing = send(path + "unknown", "SAMLResponse", "x");
    assertEquals(404, missing.status());
    assertEquals("entity.not_exists_with_id", missing.code());
    Seen bare = send(path + connector, "SAMLResponse", "x");
    assertEquals(404, bare.status());
    assertEquals("session.connector_validation_session_not_found", bare.code());
    Seen stranger = send(path + connector, "SAMLResponse", "x", "RelayState", "stranger");
    assertEquals(400, stranger.status());
    assertEquals("session.not_found", stranger.code());
    String second = enterprise.connector("SAML", SamlAnswer.config(""));
    String relay = SamlAnswer.parameter(toSecond(second).location(), "RelayState");
    Seen foreign = send(path + connector, "SAMLResponse", "x", "RelayState", relay);
    assertEquals(404, foreign.status());
    assertEquals("session.connector_validation_session_not_found", foreign.code());
    Seen unsigned = send(path + second, "SAMLResponse", "bm9uZQ==", "RelayState", relay);
    assertEquals(401, unsigned.status());
    assertEquals("connector.authorization_failed", unsigned.code());
    assertEquals("authorization_failed", unsigned.json().at("/data/ssoErrorCode").asText());
    enterprise.api.delete("/api/sso-connectors/" + second);
  }

  @Test
  void requestsAreSignedByTheActiveKey() throws GeneralSecurityException {
    String keys = "/api/sso-connectors/" + connector + "/signing-keys";
    JsonNode key = enterprise.api.post(keys, "{\"active\":true}").json();
    enterprise.change(
        connector, "{\"config\":" + SamlAnswer.config(",\"signAuthnRequest\":true") + "}");
    String address = toProvider(browser).location();
    String query = address.substring(address.indexOf("SAMLRequest="));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(SigningCertificate.parse(key.get("certificate").asText()));
    signature.update(
        query.substring(0, query.indexOf("&Signature=")).getBytes(StandardCharsets.US_ASCII));
    assertTrue(
        signature.verify(Base64.getDecoder().decode(SamlAnswer.parameter(address, "Signature"))));
  }

  @Test
  void aPersonIsKnownOnlyByTheConnectorTheyCameBy() {
    Seen sent = toProvider(browser);
    browser.get(post(sent, answer(sent).value()).location());
    assertNotNull(owner());
    String second = enterprise.connector("SAML", SamlAnswer.config(""));
    try {
      Browser other = new Browser();
      Seen asked = toSecond(other, second);
      Seen back = other.get(postTo(second, asked, answer(asked).value()).location());
      assertEquals(200, back.status(), back.location());
      assertTrue(back.text().contains("gh-title"), back.text());
      assertFalse(back.location().startsWith("/oidc/auth/"));
    } finally {
      enterprise.api.delete("/api/sso-connectors/" + second);
    }
  }

  private void assertRefused(String what, Seen answered) {
    assertEquals(200, answered.status(), what + answered.location());
    assertTrue(answered.text().contains("<html"), what + answered.text());
    assertTrue(answered.header("Location").isEmpty(), what);
  }

  private SamlAnswer answer(Seen sent) {
    SamlAnswer answer = SamlAnswer.to(sent.location());
    answer.nameId = name;
    answer.attributes.put("email", email);
    return answer;
  }

  private Seen toProvider(Browser who) {
    who.follow(who.authorize());
    Seen sent = who.post("/single-sign-on/email?app_id=demo-app", "identifier", email);
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith("https://idp.example/sso?org=1&"), sent.location());
    return sent;
  }

  private Seen toSecond(String second) {
    return toSecond(new Browser(), second);
  }

  private Seen toSecond(Browser who, String second) {
    return who.get(who.authorize("direct_sign_in", "sso:" + second).location());
  }

  /** The browser's form from the provider's page: another site, so that our cookies stay away. */
  private Seen post(Seen sent, String response) {
    return postTo(connector, sent, response);
  }

  private Seen postTo(String to, Seen sent, String response) {
    return new Browser()
        .postFromElsewhere(
            "/api/authn/single-sign-on/saml/" + to,
            "text/html",
            "SAMLResponse",
            response,
            "RelayState",
            SamlAnswer.parameter(sent.location(), "RelayState"));
  }

  private Seen send(String path, String... fields) {
    return new Browser().post(path, fields);
  }

  private String owner() {
    return ownerOf(name);
  }

  private String ownerOf(String identity) {
    String owner = maybeOwner(identity);
    assertNotNull(owner);
    return owner;
  }

  private @Nullable String maybeOwner(String identity) {
    return db.find(
            TenantId.DEFAULT,
            "select user_id from user_sso_identities where tenant_id = ? and issuer = ? and identity_id = ?",
            row -> row.text("user_id"),
            TenantId.DEFAULT,
            SamlAnswer.ENTITY,
            identity)
        .orElse(null);
  }
}
