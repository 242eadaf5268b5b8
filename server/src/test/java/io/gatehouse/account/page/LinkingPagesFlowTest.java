package io.gatehouse.account.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SamlAnswer;
import io.gatehouse.testing.StandInProvider;
import io.gatehouse.user.User;
import io.gatehouse.user.sso.SsoIdentities;
import io.gatehouse.user.sso.SsoIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People link accounts at providers on the pages of the account centre. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class LinkingPagesFlowTest {
  @Inject AccountCentre centre;
  @Inject People people;
  @Inject SsoIdentities identities;

  private final StandInProvider provider = new StandInProvider();
  private final String target = "t" + Ids.shortId();
  private final String subject = "s-" + Ids.shortId();
  private ApiClient api;
  private String connector = "";
  private User user;
  private SignedInBrowser own;

  @BeforeEach
  void open() {
    api = centre.api();
    centre.open();
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"oauth2\",\"config\":%s,\"metadata\":{\"target\":\"%s\",\"name\":{\"en\":\"Harbour\"}}}"
                .formatted(provider.config(), target));
    assertEquals(200, made.status(), made.text());
    connector = made.json().path("id").asText();
    provider.person("{\"sub\":\"" + subject + "\"}");
    user = people.anybody();
    own = SignedInBrowser.of(user);
  }

  @AfterEach
  void close() {
    api = centre.api();
    api.delete("/api/connectors/" + connector);
    centre.close();
    provider.close();
  }

  @Test
  void accountsAtEnterprisesAreListedAndOnlyRead() {
    String name = "Lighthouse " + Ids.shortId();
    Answer made =
        api.post(
            "/api/sso-connectors",
            """
            {"providerName":"SAML","connectorName":"%s","domains":["%s.example"],
             "branding":{"displayName":"%s"},"config":{"metadata":%s}}
            """
                .formatted(target, target, name, JsonCodec.text(SamlAnswer.metadata())));
    assertEquals(200, made.status(), made.text());
    String enterprise = made.json().path("id").asText();
    try {
      ObjectNode detail = JsonCodec.object().put("email", "keeper@lighthouse.example");
      identities.put(
          TenantId.DEFAULT,
          user.id(),
          new SsoIdentity(enterprise, "https://idp.example/" + target, subject, detail));
      String page = own.opens("/account/security").text();
      assertTrue(page.contains(name), page);
      assertTrue(page.contains("keeper@lighthouse.example"), page);
      assertEquals(
          200, api.patch("/api/sso-connectors/" + enterprise, "{\"domains\":[]}").status());
      assertTrue(own.opens("/account/security").text().contains("idp.example"));
    } finally {
      api.delete("/api/sso-connectors/" + enterprise);
    }
    assertFalse(own.opens("/account/security").text().contains("keeper@lighthouse.example"));
  }

  @Test
  void anAccountIsLinkedAndUnlinked() {
    String page = "/account/social/" + connector;
    Seen shown = own.proves(page + "?show_success=true");
    assertTrue(shown.text().contains("Harbour"), shown.text());
    Seen away = own.sends(page + "?show_success=true");
    assertTrue(away.location().startsWith(provider.base() + "/authorize"), away.location());
    Seen linked = own.browser().get(callback(away, "c0de"));
    assertEquals(page + "/linked?show_success=true", linked.location(), linked.text());
    Seen done = own.browser().get(linked.location());
    assertEquals("/account/success?show_success=true", done.location());
    User.Identity identity =
        Objects.requireNonNull(people.find(user.id()).identities().get(target));
    assertEquals(subject, identity.userId());
    Seen again = own.browser().get(callback(away, "c0de"));
    assertEquals(200, again.status());
    assertTrue(again.text().contains("role=\"alert\""), again.text());
    Seen sure = own.opens(page + "/remove");
    assertTrue(sure.text().contains("action=\"" + page + "/remove\""), sure.text());
    assertEquals("/account/success", own.sends(page + "/remove").location());
    assertTrue(people.find(user.id()).identities().isEmpty());
  }

  @Test
  void anAccountAtAProviderThatIsGoneIsListedAndUnlinked() {
    String page = "/account/social/" + connector;
    own.proves(page);
    own.browser().get(callback(own.sends(page), "c0de"));
    api.delete("/api/connectors/" + connector);
    String remove = "/account/social/" + target + "/remove";
    String listed = own.opens("/account/security").text();
    assertTrue(listed.contains("href=\"" + remove + "\""), listed);
    assertTrue(own.opens(remove).text().contains("action=\"" + remove + "\""));
    assertEquals("/account/success", own.sends(remove).location());
    assertTrue(people.find(user.id()).identities().isEmpty());
    assertEquals("/account/security", own.browser().get(remove).location());
  }

  @Test
  void aWayBackThatNobodyWentLinksNothing() {
    String page = "/account/social/" + target;
    own.proves(page);
    Seen away = own.sends(page);
    String forged = callback(away, "c0de").replaceAll("state=[^&]*", "state=other");
    assertTrue(own.browser().get(forged).text().contains("role=\"alert\""));
    SignedInBrowser victim = SignedInBrowser.of(people.anybody());
    victim.proves(page);
    Seen planted = victim.browser().get(callback(away, "c0de"));
    assertTrue(planted.text().contains("role=\"alert\""), planted.text());
    assertTrue(people.find(user.id()).identities().isEmpty());
  }

  @Test
  void whatSomebodyElseHasIsNotLinkedTwice() {
    String page = "/account/social/" + connector;
    own.proves(page);
    own.browser().get(callback(own.sends(page), "c0de"));
    SignedInBrowser other = SignedInBrowser.of(people.anybody());
    other.proves(page);
    Seen refused = other.browser().get(callback(other.sends(page), "c0de"));
    assertTrue(refused.text().contains("role=\"alert\""), refused.text());
  }

  @Test
  void anAccountAtAProviderOfSamlIsLinked() {
    String saml = Ids.shortId();
    String there = "t" + saml;
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"saml\",\"id\":\"%s\",\"config\":%s,\"metadata\":{\"target\":\"%s\",\"name\":{\"en\":\"Guild\"}}}"
                .formatted(saml, SamlAnswer.social(saml), there));
    assertEquals(200, made.status(), made.text());
    try {
      String page = "/account/social/" + saml;
      own.proves(page);
      Seen away = own.sends(page);
      SamlAnswer answer = SamlAnswer.to(away.location());
      answer.nameId = subject;
      Seen back =
          new Browser()
              .postFromElsewhere(
                  "/api/authn/saml/" + saml,
                  "text/html",
                  "SAMLResponse",
                  answer.value(),
                  "RelayState",
                  SamlAnswer.parameter(away.location(), "RelayState"));
      Seen linked = own.browser().get(back.location());
      assertEquals(page + "/linked", linked.location(), linked.text());
      own.browser().get(linked.location());
      User.Identity identity =
          Objects.requireNonNull(people.find(user.id()).identities().get(there));
      assertEquals(subject, identity.userId());
    } finally {
      api.delete("/api/connectors/" + saml);
    }
  }

  private String callback(Seen away, String code) {
    return "/account/callback/social/"
        + connector
        + "?code="
        + code
        + "&state="
        + away.parameter("state");
  }
}
