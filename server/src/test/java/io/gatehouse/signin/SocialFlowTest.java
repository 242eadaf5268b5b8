package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SocialFlowTest {
  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private final StandInProvider provider = new StandInProvider();
  private ApiClient api;
  private String target;
  private String connector;

  @BeforeEach
  void configure() {
    api = clients.management();
    target = "t" + Ids.shortId();
    Answer made =
        api.post(
            "/api/connectors",
            """
            {"connectorId":"oauth2","config":%s,
             "metadata":{"target":"%s","name":{"en":"Stand-in"},"logo":"https://logo.example/x.png"}}
            """
                .formatted(provider.config(), target));
    assertEquals(200, made.status(), made.text());
    connector = made.json().path("id").asText();
    settings("{\"socialSignInConnectorTargets\":[\"" + target + "\"]}");
  }

  @AfterEach
  void restore() {
    settings(
        """
        {"socialSignInConnectorTargets":[],"socialSignIn":{},"agreeToTermsPolicy":"Automatic","termsOfUseUrl":null}
        """);
    provider.close();
  }

  @Test
  void aNewcomerGivesTheMissingUsernameAndIsKnownTheNextTime() {
    String subject = "s-" + Ids.shortId();
    provider.person(
        "{\"sub\":\"" + subject + "\",\"name\":\"Zoë\",\"picture\":\"https://p.example/z\"}");
    Seen page = browser.follow(browser.authorize());
    assertTrue(page.text().contains("Stand-in"), page.text());
    Seen back = comeBack("code=c0de");
    assertEquals("/continue/username?app_id=demo-app", back.location(), back.text());
    assertEquals(200, browser.get(back.location()).status());
    Seen done = browser.post(back.location(), "identifier", People.username());
    assertEquals(303, done.status(), done.text());
    assertNotNull(browser.get(done.location()).parameter("code"), done.location());

    Browser other = new Browser();
    other.follow(other.authorize());
    Seen known = comeBack(other, "code=c0de");
    assertTrue(known.location().startsWith("/oidc/auth/"), known.location() + known.text());
  }

  @Test
  void nameAndPictureFollowTheProviderOnlyWhereTheConnectorSaysSo() {
    settings("{\"socialSignIn\":{\"skipRequiredIdentifiers\":true}}");
    String subject = "s-" + Ids.shortId();
    assertEquals("Zoë", nameAfterSignIn(subject, "Zoë"), "at first both are taken over");
    assertEquals("Zoë", nameAfterSignIn(subject, "Zoé"));
    Answer changed = api.patch("/api/connectors/" + connector, "{\"syncProfile\":true}");
    assertEquals(200, changed.status(), changed.text());
    assertEquals("Zoé", nameAfterSignIn(subject, "Zoé"));
  }

  /** The name of the account once its owner has come from the provider, which knows this one. */
  private String nameAfterSignIn(String subject, String name) {
    provider.person("{\"sub\":\"%s\",\"name\":\"%s\"}".formatted(subject, name));
    Browser who = new Browser();
    who.follow(who.authorize());
    Seen done = comeBack(who, "code=c0de");
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());
    return person(subject).get("name").asText();
  }

  /** Who is known by this at the provider. */
  private JsonNode person(String subject) {
    for (JsonNode user : api.get("/api/users?page_size=100").json()) {
      if (user.at("/identities/" + target + "/userId").asText().equals(subject)) {
        return user;
      }
    }
    throw new AssertionError(subject);
  }

  @Test
  void anAddressThatSomebodyHasIsNotCopiedToANewcomer() {
    settings("{\"socialSignIn\":{\"skipRequiredIdentifiers\":true}}");
    String email = "e" + Ids.shortId() + "@example.org";
    people.with(People.username(), email);
    String subject = Ids.shortId();
    provider.person("{\"sub\":\"" + subject + "\",\"email\":\"" + email + "\"}");
    browser.follow(browser.authorize());
    Seen offered = comeBack("code=c0de");
    browser.get(offered.location());
    Seen apart = browser.post(offered.location(), "do", "create");
    assertTrue(apart.location().startsWith("/oidc/auth/"), apart.location() + apart.text());
    assertTrue(person(subject).get("primaryEmail").isNull());
  }

  @Test
  void whoReturnsWithoutTheirCookiesIsToldThatTheSignInIsOver() {
    provider.person("{\"sub\":\"x\"}");
    browser.follow(browser.authorize());
    Seen sent = browser.post("/social?app_id=demo-app", "connector", connector);
    Seen back = arrive(new Browser(), sent, "code=c0de");
    assertEquals("/unknown-session", back.location(), back.text());
  }

  @Test
  void anAccountWithTheSameAddressIsJoinedWhenThePersonSaysSo() {
    String email = "e" + Ids.shortId() + "@example.org";
    people.with(People.username(), email);
    provider.person("{\"sub\":\"" + Ids.shortId() + "\",\"email\":\"" + email + "\"}");
    browser.follow(browser.authorize());
    Seen back = comeBack("code=c0de");
    assertTrue(
        back.location().startsWith("/social/link/" + connector), back.location() + back.text());
    assertTrue(browser.get(back.location()).text().contains(email));
    Seen joined = browser.post(back.location(), "do", "link");
    assertTrue(joined.location().startsWith("/oidc/auth/"), joined.location() + joined.text());
  }

  @Test
  void anAccountWithTheSameAddressIsJoinedAtOnceWhereTheTenantSaysSo() {
    settings("{\"socialSignIn\":{\"automaticAccountLinking\":true}}");
    String email = "e" + Ids.shortId() + "@example.org";
    people.with(People.username(), email);
    provider.person("{\"sub\":\"" + Ids.shortId() + "\",\"email\":\"" + email + "\"}");
    browser.follow(browser.authorize("direct_sign_in", "social:" + target));
    Seen sent = browser.get("/direct/social/" + target + "?app_id=demo-app");
    Seen back = arrive(browser, sent, "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
  }

  @Test
  void aNewcomerAcceptsTheTermsWhereNewcomersMust() {
    settings(
        """
        {"agreeToTermsPolicy":"ManualRegistrationOnly","termsOfUseUrl":"https://tidebook.example/terms",
         "socialSignIn":{"skipRequiredIdentifiers":true}}
        """);
    provider.person("{\"sub\":\"" + Ids.shortId() + "\"}");
    browser.follow(browser.authorize());
    Seen back = comeBack("code=c0de");
    assertEquals("/register/terms?app_id=demo-app", back.location(), back.text());
    Seen page = browser.get(back.location());
    assertTrue(page.text().contains("https://tidebook.example/terms"), page.text());
    Seen unticked = browser.post(back.location());
    assertEquals(200, unticked.status());
    assertTrue(unticked.text().contains("terms-error"), unticked.text());
    Seen done = browser.post(back.location(), "terms", "1");
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());

    Browser other = new Browser();
    provider.person("{\"sub\":\"" + Ids.shortId() + "\"}");
    other.follow(other.authorize("first_screen", "register"));
    Seen ticked = other.post("/social?app_id=demo-app", "connector", connector, "terms", "1");
    Seen known = arrive(other, ticked, "code=c0de");
    assertTrue(known.location().startsWith("/oidc/auth/"), known.location() + known.text());
  }

  @Test
  void everyNewcomerAcceptsTheTermsWhereEverybodyMustWhicheverWayTheyCome() {
    settings(
        """
        {"agreeToTermsPolicy":"Manual","termsOfUseUrl":"https://tidebook.example/terms",
         "socialSignIn":{"skipRequiredIdentifiers":true}}
        """);
    provider.person("{\"sub\":\"" + Ids.shortId() + "\"}");
    browser.follow(browser.authorize("direct_sign_in", "social:" + target));
    Seen sent = browser.get("/direct/social/" + target + "?app_id=demo-app");
    Seen back = arrive(browser, sent, "code=c0de");
    assertEquals("/register/terms?app_id=demo-app", back.location(), back.text());
    browser.get(back.location());
    Seen done = browser.post(back.location(), "terms", "1");
    assertTrue(done.location().startsWith("/oidc/auth/"), done.location() + done.text());

    Browser other = new Browser();
    other.follow(other.authorize("first_screen", "register"));
    String social = "/social?app_id=demo-app";
    Seen unticked = other.post(social, "connector", connector, "from", "register");
    assertTrue(unticked.text().contains("terms-error"), unticked.text());
    assertTrue(unticked.text().contains("action=\"/register?app_id=demo-app\""), "still there");
    Seen ticked = other.post(social, "connector", connector, "terms", "1");
    provider.person("{\"sub\":\"" + Ids.shortId() + "\"}");
    Seen known = arrive(other, ticked, "code=c0de");
    assertTrue(known.location().startsWith("/oidc/auth/"), known.location() + known.text());
  }

  @Test
  void whoeverIsDeniedOrForgedIsBackAtTheSignInPage() {
    provider.person("{\"sub\":\"x\"}");
    browser.follow(browser.authorize());
    Seen denied = comeBack("error=access_denied");
    assertEquals(200, denied.status());
    assertTrue(denied.text().contains("role=\"alert\""), denied.text());
    Seen forged = browser.get("/callback/" + connector + "?code=c0de&state=forged");
    assertEquals(200, forged.status());
    assertTrue(forged.text().contains("role=\"alert\""), forged.text());
    provider.refuses(true);
    Seen refused = comeBack("code=c0de");
    assertEquals(200, refused.status(), refused.location());
    assertTrue(refused.text().contains("role=\"alert\""), refused.text());
  }

  private Seen comeBack(String answer) {
    return comeBack(browser, answer);
  }

  private Seen comeBack(Browser who, String answer) {
    return arrive(who, who.post("/social?app_id=demo-app", "connector", connector), answer);
  }

  private Seen arrive(Browser who, Seen sent, String answer) {
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith("http://127.0.0.1:"), sent.location());
    return who.get("/callback/" + connector + "?" + answer + "&state=" + sent.parameter("state"));
  }

  private void settings(String patch) {
    Answer changed = api.patch("/api/sign-in-exp", patch);
    assertEquals(200, changed.status(), changed.text());
  }
}
