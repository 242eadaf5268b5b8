package io.gatehouse.signin.mfa;

import static io.gatehouse.signin.mfa.SecondStep.arrives;
import static io.gatehouse.signin.mfa.SecondStep.asks;
import static io.gatehouse.signin.mfa.SecondStep.get;
import static io.gatehouse.signin.mfa.SecondStep.leads;
import static io.gatehouse.signin.mfa.SecondStep.password;
import static io.gatehouse.signin.mfa.SecondStep.post;
import static io.gatehouse.signin.mfa.SecondStep.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SoftAuthenticator;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PasskeyPagesFlowTest {
  private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");
  private static final String SETUP = "/mfa-binding/WebAuthn";
  private static final String PROOF = "/mfa-verification/WebAuthn";
  private static final String OFFER = "/create-passkey";
  private static final String ALONE = "/sign-in/passkey";
  private static final String BUTTON =
      "{\"passkeySignIn\":{\"enabled\":true,\"showPasskeyButton\":true}}";
  private static final String FILLED_IN =
      "{\"passkeySignIn\":{\"enabled\":true,\"showPasskeyButton\":true,\"allowAutofill\":true}}";

  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private final SoftAuthenticator device = SoftAuthenticator.es256();
  private ApiClient api;

  @BeforeEach
  void configure() {
    api = clients.management();
  }

  @AfterEach
  void restore() {
    settings(api, "{\"passkeySignIn\":{}}");
    SecondStep.rests(api);
  }

  @Test
  void aPasskeyIsMadeAsASecondStepAndShownTheNextTime() {
    asks(api, "Mandatory", "WebAuthn");
    User person = people.anybody();
    Seen page = leads(browser, password(browser, person), SETUP);
    assertTrue(page.text().contains("<noscript>"), page.text());
    Seen nothing = post(browser, SETUP, "credential", "{}");
    assertTrue(nothing.text().contains("role=\"alert\""), nothing.text());
    Seen kept = post(browser, SETUP, "credential", device.make(options(nothing)).toString());
    arrives(browser, kept);

    Browser other = new Browser();
    Seen asked = leads(other, password(other, person), PROOF);
    Seen strange = post(other, PROOF, "credential", "no passkey");
    assertTrue(strange.text().contains("could not be verified"), strange.text());
    Seen stale = post(other, PROOF, "credential", device.show(options(asked)).toString());
    assertTrue(stale.text().contains("could not be verified"), "it answers what was asked before");
    arrives(other, post(other, PROOF, "credential", device.show(options(stale)).toString()));
  }

  @Test
  void whoeverMakesAPasskeyWhenItIsOfferedSignsInByItAlone() {
    settings(api, BUTTON);
    User person = people.anybody();
    Seen offer = leads(browser, password(browser, person), OFFER);
    arrives(browser, post(browser, OFFER, "credential", device.make(options(offer)).toString()));

    Browser other = new Browser();
    Seen entrance = other.follow(other.authorize());
    assertTrue(entrance.text().contains("href=\"/sign-in/passkey"), entrance.text());
    Seen page = get(other, ALONE);
    JsonNode asked = options(page);
    Seen foreign =
        post(other, ALONE, "credential", SoftAuthenticator.es256().show(asked).toString());
    assertEquals(200, foreign.status(), foreign.location());
    assertTrue(foreign.text().contains("role=\"alert\""), foreign.text());
    arrives(other, post(other, ALONE, "credential", device.show(options(foreign)).toString()));
  }

  @Test
  void whoeverDoesWithoutIsNotOfferedOneAgain() {
    settings(api, BUTTON);
    User person = people.anybody();
    leads(browser, password(browser, person), OFFER);
    arrives(browser, post(browser, OFFER + "/skip"));
    Browser other = new Browser();
    arrives(other, password(other, person));
  }

  @Test
  void browsersOfferPasskeysWhereTheIdentifierIsTyped() {
    settings(api, FILLED_IN);
    Seen offer = leads(browser, password(browser, people.anybody()), OFFER);
    arrives(browser, post(browser, OFFER, "credential", device.make(options(offer)).toString()));

    Browser other = new Browser();
    Seen entrance = other.follow(other.authorize());
    assertTrue(entrance.text().contains("autocomplete=\"username webauthn\""), entrance.text());
    Seen asked = post(other, ALONE + "/options");
    assertEquals(200, asked.status(), asked.text());
    assertEquals(0, asked.json().get("allowCredentials").size());
    Seen late = post(other, ALONE + "/options");
    Seen stale = post(other, ALONE, "credential", device.show(asked.json()).toString());
    assertTrue(stale.text().contains("role=\"alert\""), "it answers what was asked before");
    assertEquals(200, late.status());
    Seen again = post(other, ALONE + "/options");
    arrives(other, post(other, ALONE, "credential", device.show(again.json()).toString()));

    settings(api, BUTTON);
    Browser third = new Browser();
    Seen plain = third.follow(third.authorize());
    assertFalse(plain.text().contains("webauthn"), plain.text());
    assertEquals(404, post(third, ALONE + "/options").status());
  }

  @Test
  void whereTheEntranceHasNoLinkThePageOfThePasswordHasOne() {
    settings(api, "{\"passkeySignIn\":{\"enabled\":true}}");
    Seen entrance = browser.follow(browser.authorize());
    assertFalse(entrance.text().contains("type=\"password\""), entrance.text());
    assertFalse(entrance.text().contains("/sign-in/passkey"), entrance.text());
    String name = String.valueOf(people.anybody().username());
    Seen page = leads(browser, post(browser, "/sign-in", "identifier", name), "/sign-in/password");
    assertTrue(page.text().contains("href=\"/sign-in/passkey"), page.text());
  }

  @Test
  void nothingIsOfferedWhereItIsSwitchedOff() {
    Seen entrance = browser.follow(browser.authorize());
    assertFalse(entrance.text().contains("/sign-in/passkey"), entrance.text());
    for (String page : new String[] {ALONE, OFFER, SETUP, PROOF}) {
      assertEquals("/sign-in?app_id=demo-app", get(browser, page).location(), page);
    }
  }

  /** What the page asks the browser. */
  private static JsonNode options(Seen page) {
    Matcher options = OPTIONS.matcher(page.text());
    assertTrue(options.find(), page.location() + page.text());
    return JsonCodec.tree(options.group(1).replace("&quot;", "\"").replace("&amp;", "&"));
  }
}
