package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that wait for somebody who signs in elsewhere. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class BackchannelFlowTest {
  private static final String GRANT = "urn:openid:params:grant-type:ciba";
  private static final String HERE = "http://localhost:3001";

  @Inject Provider provider;
  @Inject People people;
  @Inject ServerClock clock;

  private final Mailbox mailbox = new Mailbox();
  private TestClient till;
  private User user;
  private EmulatedBrowser browser;

  @BeforeEach
  void prepare() {
    ApiClient.Answer connector =
        provider
            .api()
            .post(
                "/api/connectors",
                "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    assertEquals(200, connector.status(), connector.text());
    till = waiting("");
    user = people.with(People.username(), Ids.shortId() + "@till.example");
    browser = provider.browser();
  }

  @AfterEach
  void present() {
    clock.reset();
    mailbox.close();
  }

  @Test
  @Spec("CIBA Core §7.3")
  @Spec("CIBA Core §10.1")
  @Spec("CIBA Core §11")
  void aPersonAllowsItElsewhereAndTheApplicationHasItsTokens() {
    Answer begun = ask("binding_message", "Till 7", "scope", "openid offline_access profile");
    assertEquals(43, begun.text("auth_req_id").length());
    assertEquals(600, begun.json().get("expires_in").asInt());
    assertEquals(5, begun.json().get("interval").asInt());
    assertEquals("authorization_pending", poll(begun).error());
    JsonNode mail = mailbox.received().getLast();
    assertEquals(user.primaryEmail(), mail.get("to").asText());
    assertEquals("Till 7", mail.at("/payload/message").asText());
    String page = decisionPage();
    assertTrue(page.contains("Till 7") && page.contains("Till"), page);
    String done = decide(page, "allow").body();
    assertTrue(done.contains("carries on by itself"), done);
    clock.pass(Duration.ofSeconds(6));
    Answer tokens = poll(begun);
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals("openid offline_access profile", tokens.text("scope"));
    assertEquals(user.id(), TestClient.payload(tokens.text("id_token")).get("sub").asText());
    assertEquals(user.id(), till.userinfo(tokens.text("access_token")).text("sub"));
    assertTrue(tokens.json().has("refresh_token"));
  }

  @Test
  @Spec("CIBA Core §11")
  void theApplicationIsToldThatItIsDenied() {
    Answer begun = ask();
    String page = decisionPage();
    assertEquals("authorization_pending", poll(begun).error());
    assertTrue(decide(page, "deny").body().contains("Nothing was allowed"));
    assertEquals("access_denied", poll(begun).error());
    // Once decided, it stays so.
    assertEquals(400, decide(page, "allow").statusCode());
    assertEquals("access_denied", poll(begun).error());
  }

  @Test
  @Spec("CIBA Core §11")
  void whoAsksTooOftenWaitsLonger() {
    Answer begun = ask();
    assertEquals("authorization_pending", poll(begun).error());
    clock.pass(Duration.ofSeconds(3));
    assertEquals("slow_down", poll(begun).error());
    clock.pass(Duration.ofSeconds(11));
    assertEquals("authorization_pending", poll(begun).error());
  }

  @Test
  @Spec("CIBA Core §7.1")
  @Spec("CIBA Core §11")
  void aRequestEndsWhenTheApplicationSays() {
    Answer begun = ask("requested_expiry", "60");
    assertEquals(60, begun.json().get("expires_in").asInt());
    assertEquals(600, ask("requested_expiry", "100000").json().get("expires_in").asInt());
    clock.pass(Duration.ofSeconds(61));
    assertEquals("expired_token", poll(begun).error());
    assertEquals(400, browser.get(firstLink()).statusCode());
  }

  @Test
  @Spec("CIBA Core §14")
  void nobodyLearnsWhetherThereIsSuchAPerson() {
    int before = mailbox.received().size();
    for (String nobody : List.of("nobody@till.example", "nobody-" + Ids.shortId())) {
      Answer begun = ask("login_hint", nobody);
      assertEquals(200, begun.status(), begun.json().toString());
      assertEquals(43, begun.text("auth_req_id").length());
      assertEquals("authorization_pending", poll(begun).error());
    }
    assertEquals(before, mailbox.received().size());
    provider.api().patch("/api/users/" + user.id() + "/is-suspended", "{\"isSuspended\":true}");
    assertEquals("authorization_pending", poll(ask()).error());
    assertEquals(before, mailbox.received().size());
  }

  @Test
  @Spec("CIBA Core §7.1")
  @Spec("CIBA Core §13")
  void whatIsWrongIsSaid() {
    refused("invalid_request", "login_hint", "");
    refused("invalid_request", "login_hint_token", "x");
    refused("invalid_request", "id_token_hint", "x");
    refused("invalid_request", "login_hint", "", "id_token_hint", "x");
    refused("invalid_request", "login_hint", "", "login_hint_token", "x");
    refused("invalid_request", "user_code", "1234");
    refused("invalid_request", "request", "x.y.z");
    refused("invalid_request", "requested_expiry", "soon");
    refused("invalid_request", "requested_expiry", "0");
    refused("invalid_binding_message", "binding_message", "x".repeat(65));
    refused("invalid_binding_message", "binding_message", "two\nlines");
    refused("invalid_scope", "scope", "profile");
    refused("invalid_target", "resource", "https://unknown.example");
    refused("invalid_authorization_details", "authorization_details", "[{\"type\":\"x\"}]");
    refused("invalid_client", "client_secret", "guessed");
  }

  @Test
  @Spec("CIBA Core §4")
  void onlyWhoMayWaitDoes() {
    till = provider.application("Traditional");
    refused("unauthorized_client");
    assertEquals("invalid_request", poll(till, "x").error());
    till = provider.application("SPA");
    allow(till);
    Map<String, String> form = form();
    form.remove("client_secret");
    assertEquals("unauthorized_client", till.post("/oidc/bc-authorize", form).error());
  }

  @Test
  void openingTheLinkChangesNothing() {
    Answer begun = ask();
    String link = firstLink();
    for (int i = 0; i < 2; i++) {
      String begin = Provider.location(provider.browser().get(link));
      assertTrue(begin.startsWith("/oidc/auth?client_id=" + till.id + "&request_uri="), begin);
    }
    assertEquals("authorization_pending", poll(begun).error());
    assertEquals(400, browser.get("/oidc/backchannel?request=guessed").statusCode());
    assertEquals(400, browser.get("/oidc/backchannel").statusCode());
  }

  @Test
  void somebodyElseCannotAllowIt() {
    Answer begun = ask();
    String other = provider.person();
    browser.get(Provider.location(browser.get(firstLink())));
    String done =
        Provider.location(browser.get(provider.signedIn().byPage(browser, till.id, other)));
    HttpResponse<String> stranger = browser.get(path(done));
    assertEquals(400, stranger.statusCode());
    assertTrue(stranger.body().contains("another account"), stranger.body());
    assertEquals("authorization_pending", poll(begun).error());
    // Whoever is signed in there is asked again who they are.
    String again = Provider.location(browser.get(firstLink()));
    assertTrue(Provider.location(browser.get(again)).startsWith("/sign-in"));
  }

  @Test
  void aFormMustComeFromThisBrowsersPage() {
    Answer begun = ask();
    String page = decisionPage();
    Map<String, String> forged =
        Map.of("request", field(page, "request"), "decision", "allow", "xsrf", "guessed");
    assertEquals(400, browser.post("/oidc/backchannel", forged).statusCode());
    EmulatedBrowser bystander = provider.browser();
    bystander.get(firstLink());
    String theirs = field(page, "xsrf");
    Map<String, String> stolen =
        Map.of("request", field(page, "request"), "decision", "allow", "xsrf", theirs);
    assertEquals(400, bystander.post("/oidc/backchannel", stolen).statusCode());
    clock.pass(Duration.ofSeconds(6));
    assertEquals("authorization_pending", poll(begun).error());
  }

  @Test
  @Spec("CIBA Core §11")
  void ofManyWhoPresentItOneGetsTokens() throws Exception {
    Answer begun = ask("scope", "openid offline_access");
    decide(decisionPage(), "allow");
    List<Answer> answers = Provider.atOnce(16, () -> poll(begun));
    List<Answer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertEquals(1, won.size());
    assertEquals(15, answers.stream().filter(each -> each.error().equals("invalid_grant")).count());
    // Whoever presents it again has it from somewhere: what it brought is over.
    assertEquals(401, till.userinfo(won.getFirst().text("access_token")).status());
  }

  @Test
  void ofManyDecisionsOneCounts() throws Exception {
    Answer begun = ask();
    String page = decisionPage();
    List<Integer> answers =
        Provider.atOnce(16, () -> decide(browser.copy(), page, "allow").statusCode());
    assertEquals(1, answers.stream().filter(status -> status == 200).count());
    assertEquals(200, poll(begun).status());
  }

  @Test
  void anothersRequestIsWorthNothing() {
    Answer begun = ask();
    TestClient other = waiting("");
    assertEquals("invalid_grant", poll(other, begun.text("auth_req_id")).error());
    assertEquals("authorization_pending", poll(begun).error());
  }

  @Test
  @Spec("CIBA Core §7.1")
  void anIdTokenSaysWhoIsMeant() {
    String code = provider.code(user.id(), browser, till, "prompt", "consent");
    Answer tokens = till.exchange(code, "client_secret", provider.secretOf(till));
    Answer begun = ask("login_hint", "", "id_token_hint", tokens.text("id_token"));
    assertEquals(200, begun.status(), begun.json().toString());
    assertEquals(user.primaryEmail(), mailbox.received().getLast().get("to").asText());
  }

  @Test
  @Spec("CIBA Core §4")
  void discoveryNamesIt() {
    JsonNode metadata = provider.api().get("/oidc/.well-known/openid-configuration").json();
    assertEquals(
        HERE + "/oidc/bc-authorize", metadata.get("backchannel_authentication_endpoint").asText());
    assertEquals(
        "[\"poll\"]", metadata.get("backchannel_token_delivery_modes_supported").toString());
    assertFalse(metadata.get("backchannel_user_code_parameter_supported").asBoolean());
    assertTrue(metadata.get("grant_types_supported").toString().contains(GRANT));
  }

  /** A confidential application that may wait for people. */
  private TestClient waiting(String more) {
    TestClient client = provider.application("Traditional", more);
    allow(client);
    return client;
  }

  private void allow(TestClient client) {
    ApiClient.Answer set =
        provider
            .api()
            .put(
                "/api/applications/" + client.id + "/protocol",
                "{\"backchannelTokenDeliveryMode\":\"poll\"}");
    assertEquals(200, set.status(), set.text());
  }

  private Map<String, String> form(String... changes) {
    Map<String, String> form = new HashMap<>();
    form.put("client_id", till.id);
    form.put("client_secret", till.id.isEmpty() ? "" : secret(till));
    form.put("scope", "openid");
    form.put("login_hint", String.valueOf(user.primaryEmail()));
    for (int i = 0; i < changes.length; i += 2) {
      form.put(changes[i], changes[i + 1]);
    }
    form.values().removeIf(String::isEmpty);
    return form;
  }

  private String secret(TestClient client) {
    JsonNode secrets = provider.api().get("/api/applications/" + client.id + "/secrets").json();
    return secrets.isEmpty() ? "none" : secrets.get(0).get("value").asText();
  }

  private Answer ask(String... changes) {
    Answer begun = till.post("/oidc/bc-authorize", form(changes));
    assertEquals(200, begun.status(), begun.json().toString());
    return begun;
  }

  private void refused(String error, String... changes) {
    assertEquals(error, till.post("/oidc/bc-authorize", form(changes)).error());
  }

  private Answer poll(Answer begun) {
    return poll(till, begun.text("auth_req_id"));
  }

  private Answer poll(TestClient client, String id) {
    return client.token(
        Map.of(
            "grant_type",
            GRANT,
            "client_id",
            client.id,
            "client_secret",
            secret(client),
            "auth_req_id",
            id));
  }

  private String firstLink() {
    return path(mailbox.received().getFirst().at("/payload/link").asText());
  }

  /** Opens the link, signs in, and answers the page that asks. */
  private String decisionPage() {
    String begin = Provider.location(browser.get(firstLink()));
    assertTrue(Provider.location(browser.get(begin)).startsWith("/sign-in"), begin);
    String done =
        Provider.location(browser.get(provider.signedIn().byPage(browser, till.id, user.id())));
    assertTrue(done.startsWith(HERE + "/oidc/backchannel/done?"), done);
    HttpResponse<String> page = browser.get(path(done));
    assertEquals(200, page.statusCode(), page.body());
    // It may be loaded again.
    assertEquals(200, browser.get(path(done)).statusCode());
    return page.body();
  }

  private HttpResponse<String> decide(String page, String decision) {
    return decide(browser, page, decision);
  }

  private static HttpResponse<String> decide(
      EmulatedBrowser browser, String page, String decision) {
    return browser.post(
        "/oidc/backchannel",
        Map.of(
            "request", field(page, "request"),
            "xsrf", field(page, "xsrf"),
            "decision", decision));
  }

  private static String field(String page, String name) {
    String before = "name=\"" + name + "\" value=\"";
    int at = page.indexOf(before);
    assertTrue(at > 0, page);
    int from = at + before.length();
    return page.substring(from, page.indexOf('"', from));
  }

  private static String path(String url) {
    return url.startsWith(HERE) ? url.substring(HERE.length()) : url;
  }
}
