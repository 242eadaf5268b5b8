package io.gatehouse.signin.mfa;

import static io.gatehouse.signin.mfa.SecondStep.arrives;
import static io.gatehouse.signin.mfa.SecondStep.password;
import static io.gatehouse.signin.mfa.SecondStep.secretFor;
import static io.gatehouse.signin.mfa.SecondStep.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.AuthenticatorApp;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that want to know that somebody has shown more than one factor. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class StepUpFlowTest {
  private static final String SEVERAL =
      "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
  private static final String ONE = "urn:gatehouse:acr:single-factor";
  private static final String ORDER =
      "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + SEVERAL + "\"]}}}";

  @Inject ApiClients clients;
  @Inject Provider provider;
  @Inject People people;
  @Inject ServerClock clock;

  private final Browser browser = new Browser();
  private ApiClient api;
  private TestClient client;
  private User person;

  @BeforeEach
  void configure() {
    api = clients.management();
    client = provider.application("SPA");
    person = people.anybody();
  }

  @AfterEach
  void restore() {
    settings(
        api,
        "{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"},\"adaptiveMfa\":{\"enabled\":false}}");
    SecondStep.rests(api);
    clock.reset();
  }

  @Test
  @Spec("RFC 9470 §4")
  @Spec("RFC 9470 §5")
  void whoWasLetInWithOneFactorShowsAnotherWhereTheApplicationWishesIt() {
    askWhereSomethingIsUnusual();
    AuthenticatorApp app = new AuthenticatorApp(secretFor(api, person), clock);
    arrives(browser, password(browser, person));
    assertEquals(ONE, acr(ask("acr_values", "other " + ONE + " " + SEVERAL)));
    assertSignsIn(ask("acr_values", SEVERAL + " " + ONE));
    Seen asked = showPassword();
    assertEquals("/mfa-verification/Totp?app_id=" + client.id, asked.location(), asked.text());
    browser.get(asked.location());
    Seen shown = browser.post(asked.location(), "code", app.code());
    JsonNode idToken = idToken(browser.get(shown.location()));
    assertEquals(SEVERAL, idToken.path("acr").asText(), idToken.toString());
    // From now on the session is strong enough for everybody.
    assertEquals(SEVERAL, acr(ask("acr_values", SEVERAL)));
    assertEquals(SEVERAL, acr(ask("claims", ORDER, "prompt", "none")));
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void anOrderIsObeyedTheSameWay() {
    askWhereSomethingIsUnusual();
    AuthenticatorApp app = new AuthenticatorApp(secretFor(api, person), clock);
    arrives(browser, password(browser, person));
    assertEquals("login_required", ask("claims", ORDER, "prompt", "none").parameter("error"));
    assertSignsIn(ask("claims", ORDER));
    Seen asked = showPassword();
    browser.get(asked.location());
    Seen shown = browser.post(asked.location(), "code", app.code());
    assertEquals(SEVERAL, acr(browser.get(shown.location())));
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  @Spec("RFC 9470 §5")
  void whoHasNoOtherFactorIsLetInOnAWishAndNotOnAnOrder() {
    SecondStep.asks(api, "NoPrompt", "Totp");
    arrives(browser, password(browser, person));
    assertSignsIn(ask("acr_values", SEVERAL));
    assertEquals(ONE, acr(browser.get(showPassword().location())));
    assertEquals(ONE, acr(ask("acr_values", SEVERAL, "prompt", "none")));
    assertSignsIn(ask("claims", ORDER));
    Seen back = browser.get(showPassword().location());
    assertEquals("unmet_authentication_requirements", back.parameter("error"), back.location());
  }

  /** So that nobody is asked for a second factor whose sign-in is like the one before. */
  private void askWhereSomethingIsUnusual() {
    settings(
        api,
        """
        {"mfa":{"factors":["Totp"],"policy":"PromptOnlyAtSignInMandatory"},"adaptiveMfa":{"enabled":true}}
        """);
  }

  private Seen ask(String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(new String[] {"scope", "openid", "prompt", ""}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return browser.get(client.authorizationUrl(all));
  }

  private void assertSignsIn(Seen asked) {
    assertTrue(asked.location().startsWith("/sign-in?app_id=" + client.id), asked.location());
    browser.get(asked.location());
  }

  private Seen showPassword() {
    return browser.post(
        "/sign-in?app_id=" + client.id,
        "identifier",
        String.valueOf(person.username()),
        "password",
        People.PASSWORD);
  }

  private String acr(Seen back) {
    return idToken(back).path("acr").asText();
  }

  private JsonNode idToken(Seen back) {
    String code = back.parameter("code");
    assertTrue(code != null, back.location() + back.text());
    return TestClient.payload(client.exchange(code).text("id_token"));
  }
}
