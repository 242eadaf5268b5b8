package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.TrustedKeys;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.PostOnlyProvider;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SamlAnswer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-ins at an enterprise's provider that takes requests by the POST binding alone. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SamlPostBindingFlowTest {
  @Inject ApiClients clients;

  private final PostOnlyProvider provider = new PostOnlyProvider();
  private final Browser browser = new Browser();
  private Enterprise enterprise;
  private String connector;
  private String email;

  @BeforeEach
  void configure() {
    enterprise = new Enterprise(clients.management());
    enterprise.settings("{\"singleSignOnEnabled\":true}");
    connector = enterprise.connector("SAML", config(""));
    email = enterprise.address();
  }

  @AfterEach
  void forget() {
    enterprise.api.delete("/api/sso-connectors/" + connector);
    provider.close();
  }

  private String config(String more) {
    return "{\"metadata\":%s%s}".formatted(JsonCodec.text(provider.metadata()), more);
  }

  @Test
  @Spec("SAML 2.0 Bindings §3.5")
  void aPageOfOursPostsTheRequestAndSomebodyIsSignedIn() throws Exception {
    String address = departure(browser);
    Seen page = page(address);
    assertTrue(page.header("Cache-Control").contains("no-store"), page.header("Cache-Control"));
    assertTrue(page.text().contains("<button class=\"gh-button\">Continue</button>"), page.text());
    assertTrue(page.text().contains("You are going on to 127.0.0.1."), page.text());
    PostOnlyProvider.Taken taken = provider.send(page.text());
    assertEquals(provider.origin() + "/sso?org=1", taken.request().getAttribute("Destination"));
    assertEquals(SamlAnswer.parameter(address, "RelayState"), taken.relayState());
    assertFalse(TrustedKeys.signed(taken.request()), "nobody asked for a signature");
    Seen bounced = post(taken);
    assertEquals(302, bounced.status(), bounced.text());
    Seen back = browser.get(bounced.location());
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
  }

  @Test
  @Spec("SAML 2.0 Bindings §3.5")
  void aSignatureIsInTheRequest() throws Exception {
    JsonNode key =
        enterprise
            .api
            .post("/api/sso-connectors/" + connector + "/signing-keys", "{\"active\":true}")
            .json();
    enterprise.change(connector, "{\"config\":" + config(",\"signAuthnRequest\":true") + "}");
    provider.requireSignature(SigningCertificate.parse(key.get("certificate").asText()));
    PostOnlyProvider.Taken taken = provider.send(page(departure(browser)).text());
    Seen back = browser.get(post(taken).location());
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
  }

  @Test
  void aPageThatIsSeenAgainPostsTheSameRequestUntilItIsAnswered() throws Exception {
    String address = departure(browser);
    PostOnlyProvider.Taken first = provider.send(page(address).text());
    PostOnlyProvider.Taken second = provider.send(page(address).text());
    assertEquals(first.request().getAttribute("ID"), second.request().getAttribute("ID"));
    assertEquals(
        first.request().getAttribute("IssueInstant"),
        second.request().getAttribute("IssueInstant"));
    assertEquals(302, post(first).status());
    assertOver(address);
    Seen again = post(second);
    assertTrue(again.header("Location").isEmpty(), "it counts once: " + again.location());
  }

  @Test
  void nobodyIsSentOnWithoutARequestOfThisConnector() {
    String address = departure(browser);
    assertOver(address.replaceFirst("RelayState=.*", "RelayState=stranger"));
    assertOver(address.replaceFirst("[?]RelayState=.*", ""));
    String second = enterprise.connector("SAML", config(""));
    assertOver(address.replace(connector, second));
    enterprise.api.delete("/api/sso-connectors/" + second);
    assertEquals(404, new Browser().get(address.replace(connector, "unknown")).status());
    enterprise.change(connector, "{\"config\":" + SamlAnswer.config("") + "}");
    assertOver(address);
  }

  private void assertOver(String address) {
    Seen refused = new Browser().get(address);
    assertEquals(400, refused.status(), refused.text());
    assertEquals("session.not_found", refused.code());
    Seen read = page(address);
    assertFalse(read.text().contains("SAMLRequest"), read.text());
  }

  /** Where somebody of the enterprise is sent. */
  private String departure(Browser who) {
    who.follow(who.authorize());
    Seen sent = who.post("/single-sign-on/email?app_id=demo-app", "identifier", email);
    assertEquals(303, sent.status(), sent.text());
    String page = "/api/authn/single-sign-on/saml/" + connector + "/request?RelayState=";
    assertTrue(sent.location().startsWith(page), sent.location());
    return sent.location();
  }

  private static Seen page(String address) {
    return new Browser().get(address, "Accept", "text/html");
  }

  /** The browser's form from the provider's page: another site, so that our cookies stay away. */
  private Seen post(PostOnlyProvider.Taken taken) {
    SamlAnswer answer = SamlAnswer.to(taken.request());
    answer.nameId = "n-" + Ids.shortId();
    answer.attributes.put("email", email);
    return new Browser()
        .postFromElsewhere(
            "/api/authn/single-sign-on/saml/" + connector,
            "text/html",
            "SAMLResponse",
            answer.value(),
            "RelayState",
            String.valueOf(taken.relayState()));
  }
}
