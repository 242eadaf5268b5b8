package io.gatehouse.oidc.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that know people by ids that nobody else knows. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PairwiseFlowTest {
  private static final String ACCESS = "urn:ietf:params:oauth:token-type:access_token";
  private static final String EXCHANGE =
      ", \"customClientMetadata\": {\"allowTokenExchange\": true}";

  @Inject Provider provider;

  private String user;
  private EmulatedBrowser browser;
  private TestClient page;

  @BeforeEach
  void prepare() {
    user = provider.person();
    browser = provider.browser();
    page = pairwise(provider.application("SPA", EXCHANGE), "");
  }

  @Test
  @Spec("OpenID Connect Core §8")
  @Spec("OpenID Connect Core §8.1")
  void everyAnswerNamesThePersonByTheIdOfTheApplication() {
    String api = "https://pairwise.example/" + Ids.shortId();
    provider.resourceWithRole(user, api, "read");
    String code =
        provider.code(user, browser, page, "scope", "openid offline_access read", "resource", api);
    Answer tokens = page.exchange(code);
    String sub = sub(tokens.text("id_token"));
    assertNotEquals(user, sub);
    assertEquals(sub, page.userinfo(tokens.text("access_token")).text("sub"));
    assertEquals(sub, introspected(page, tokens.text("access_token")).get("sub").asText());
    assertEquals(sub, introspected(page, tokens.text("refresh_token")).get("sub").asText());
    Answer fresh = page.refresh(tokens.text("refresh_token"), "resource", api);
    assertEquals(sub, sub(fresh.text("id_token")));
    assertEquals(sub, sub(fresh.text("access_token")));
    assertFalse(TestClient.payload(fresh.text("access_token")).toString().contains(user));
    // It stays the same at the next sign-in, in another browser too.
    Answer later = page.exchange(provider.code(user, provider.browser(), page));
    assertEquals(sub, sub(later.text("id_token")));
  }

  @Test
  @Spec("OpenID Connect Core §8")
  void twoApplicationsCannotFindOutThatTheyMeanTheSamePerson() {
    TestClient other = pairwise(provider.application("SPA"), "");
    TestClient open = provider.application("SPA");
    Set<String> subjects = new HashSet<>();
    for (TestClient each : new TestClient[] {page, other, open}) {
      subjects.add(sub(each.exchange(provider.code(user, browser, each)).text("id_token")));
    }
    assertEquals(3, subjects.size());
    assertTrue(subjects.contains(user));
  }

  @Test
  @Spec("OpenID Connect Core §8.1")
  void aGroupOfAddressesKnowsPeopleByTheSameIds() {
    try (Publisher group =
        new Publisher("[\"https://elsewhere.example/\",\"" + Provider.CALLBACK + "\"]")) {
      TestClient one = pairwise(provider.application("SPA"), sector(group));
      TestClient other = pairwise(provider.application("SPA"), sector(group));
      assertEquals(
          sub(one.exchange(provider.code(user, browser, one)).text("id_token")),
          sub(other.exchange(provider.code(user, browser, other)).text("id_token")));
    }
  }

  @Test
  @Spec("OpenID Connect Registration §5")
  void nobodyIsOfAGroupThatDoesNotListItsAddresses() {
    String path = "/api/applications/" + page.id + "/protocol";
    try (Publisher group = new Publisher("[\"https://elsewhere.example/\"]")) {
      String wanted = "{\"subjectType\":\"pairwise\"" + sector(group) + "}";
      refuses(path, wanted, "does not list every one of redirect_uris");
      group.publish("no json");
      refuses(path, wanted, "has no JSON array");
      group.answerWith(404);
      refuses(path, wanted, "could not be fetched");
      group.answerWith(200);
      group.publish("[\"" + Provider.CALLBACK + "\"]");
      assertEquals(200, provider.api().put(path, wanted).status());
      // Nobody leaves a group because its list does not answer for a while.
      group.answerWith(503);
      String more = wanted.replace("}", ",\"defaultMaxAge\":60}");
      assertEquals(200, provider.api().put(path, more).status());
    }
    assertEquals(
        400, provider.api().put(path, "{\"sectorIdentifierUri\":\"http://a.example/s\"}").status());
  }

  @Test
  @Spec("OpenID Connect Registration §5")
  void nobodyOfAGroupMovesToAnAddressThatItDoesNotList() {
    String moved = "https://elsewhere.example/";
    try (Publisher group = new Publisher("[\"" + Provider.CALLBACK + "\"]")) {
      pairwise(page, sector(group));
      ApiClient.Answer refused = redirectTo(Provider.CALLBACK, moved);
      assertEquals(422, refused.status(), refused.text());
      assertTrue(refused.text().contains("does not list every one"), refused.text());
      assertEquals(1, redirectUris().size());
      group.publish("[\"" + Provider.CALLBACK + "\",\"" + moved + "\"]");
      assertEquals(200, redirectTo(Provider.CALLBACK, moved).status());
      // Whoever gives an address up, or changes something else, needs no list.
      group.answerWith(503);
      assertEquals(200, redirectTo(moved).status());
      assertEquals(
          200,
          provider.api().patch("/api/applications/" + page.id, "{\"name\":\"Moved\"}").status());
      assertEquals(422, redirectTo(Provider.CALLBACK).status());
      assertEquals(moved, redirectUris().path(0).asText());
    }
  }

  private ApiClient.Answer redirectTo(String... addresses) {
    return provider
        .api()
        .patch(
            "/api/applications/" + page.id,
            "{\"oidcClientMetadata\":{\"redirectUris\":[\""
                + String.join("\",\"", addresses)
                + "\"],\"postLogoutRedirectUris\":[]}}");
  }

  private JsonNode redirectUris() {
    return provider
        .api()
        .get("/api/applications/" + page.id)
        .json()
        .at("/oidcClientMetadata/redirectUris");
  }

  private void refuses(String path, String wanted, String why) {
    ApiClient.Answer answer = provider.api().put(path, wanted);
    assertEquals(422, answer.status(), answer.text());
    assertTrue(answer.json().get("message").asText().contains(why), answer.text());
    assertFalse(provider.api().get(path).json().has("sectorIdentifierUri"));
  }

  private static String sector(Publisher group) {
    return ",\"sectorIdentifierUri\":\"" + group.url() + "\"";
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void whatComesBackIsUnderstood() {
    String idToken = page.exchange(provider.code(user, browser, page)).text("id_token");
    String hinted =
        Provider.location(
            browser.get(page.authorizationUrl("id_token_hint", idToken, "prompt", "none")));
    assertTrue(hinted.contains("code="), hinted);
    String claims = "{\"id_token\":{\"sub\":{\"value\":\"%s\"}}}".formatted(sub(idToken));
    String asked =
        Provider.location(browser.get(page.authorizationUrl("claims", claims, "prompt", "none")));
    assertTrue(asked.contains("code="), asked);
    EmulatedBrowser others = provider.browser();
    provider.code(provider.person(), others, page);
    String refused =
        Provider.location(
            others.get(page.authorizationUrl("id_token_hint", idToken, "prompt", "none")));
    assertTrue(refused.contains("login_required"), refused);
    String out = "/oidc/session/end?id_token_hint=" + idToken;
    assertTrue(browser.get(out).body().contains("logout"), "the hint fits, so nobody is asked");
  }

  @Test
  @Spec("RFC 8693 §2.1")
  void anExchangeMeansTheSamePerson() {
    String api = "https://pairwise.example/" + Ids.shortId();
    provider.resourceWithRole(user, api, "read");
    String code = provider.code(user, browser, page, "scope", "openid read", "resource", api);
    String signed = page.exchange(code, "resource", api).text("access_token");
    TestClient open = provider.application("SPA", EXCHANGE);
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("client_id", open.id);
    form.put("subject_token", signed);
    form.put("subject_token_type", ACCESS);
    form.put("scope", "openid");
    Answer exchanged = open.token(form);
    assertEquals(200, exchanged.status(), exchanged.json().toString());
    assertEquals(user, open.userinfo(exchanged.text("access_token")).text("sub"));
    // And the other way round, with somebody who acts for the person.
    String actor = provider.person();
    String acting =
        open.exchange(provider.code(actor, provider.browser(), open)).text("access_token");
    form.put("client_id", page.id);
    form.put("actor_token", acting);
    form.put("actor_token_type", ACCESS);
    Answer acted = page.token(form);
    assertEquals(200, acted.status(), acted.json().toString());
    JsonNode told = introspected(page, acted.text("access_token"));
    assertEquals(sub(signed), told.get("sub").asText());
    assertFalse(told.toString().contains(actor), told.toString());
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.4")
  void aLogoutTokenNamesThePersonTheSame() {
    try (HookReceiver receiver = new HookReceiver()) {
      ApiClient.Answer set =
          provider
              .api()
              .patch(
                  "/api/applications/" + page.id,
                  """
                  {"oidcClientMetadata": {"redirectUris": ["%s"],
                    "postLogoutRedirectUris": ["http://localhost:3000/"], "backchannelLogoutUri": "%s"}}
                  """
                      .formatted(Provider.CALLBACK, receiver.url()));
      assertEquals(200, set.status(), set.text());
      String sub = sub(page.exchange(provider.code(user, browser, page)).text("id_token"));
      provider.signOut(browser, page);
      JsonNode notice = logoutToken(receiver);
      assertEquals(sub, notice.get("sub").asText());
      assertFalse(notice.has("sid"));
    }
  }

  @Test
  @Spec("OpenID Connect Discovery §3")
  void discoveryNamesBoth() {
    assertEquals(
        "[\"public\",\"pairwise\"]",
        provider
            .api()
            .get("/oidc/.well-known/openid-configuration")
            .json()
            .get("subject_types_supported")
            .toString());
  }

  @Test
  void ofManyFirstSignInsAtOnceAllTellTheSame() throws Exception {
    Set<String> subjects = new HashSet<>();
    Provider.atOnce(
            16,
            () ->
                sub(page.exchange(provider.code(user, provider.browser(), page)).text("id_token")))
        .forEach(subjects::add);
    assertEquals(1, subjects.size(), subjects.toString());
  }

  private static JsonNode logoutToken(HookReceiver receiver) {
    String body = receiver.await(call -> call.body().contains("logout_token")).body();
    return TestClient.payload(Provider.present(TestClient.query(body).get("logout_token")));
  }

  private static String sub(String jwt) {
    return TestClient.payload(jwt).get("sub").asText();
  }

  private JsonNode introspected(TestClient client, String token) {
    return client
        .post("/oidc/token/introspection", Map.of("client_id", client.id, "token", token))
        .json();
  }

  private TestClient pairwise(TestClient client, String more) {
    ApiClient.Answer set =
        provider
            .api()
            .put(
                "/api/applications/" + client.id + "/protocol",
                "{\"subjectType\":\"pairwise\"" + more + "}");
    assertEquals(200, set.status(), set.text());
    return client;
  }
}
