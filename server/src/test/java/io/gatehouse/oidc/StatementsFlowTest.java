package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.once.Once;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements the operations cost that carry the load. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class StatementsFlowTest {
  private static final String CALLBACK = "http://localhost:3000/callback";

  /** Logs are written beside the requests; of some runs one is alone. */
  private static final int RUNS = 8;

  @Inject ApiClients clients;
  @Inject SignedIn signedIn;
  @Inject People people;
  @Inject Db db;
  @Inject Once once;
  @Inject InstantSource time;

  private final URI base =
      URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
  private ApiClient api;
  private TestClient web;
  private String authorization;
  private EmulatedBrowser browser;

  @BeforeEach
  void signIn() {
    api = clients.management();
    withoutDefaultResource();
    web = application("Traditional");
    authorization = basic(web);
    browser = new EmulatedBrowser(base);
    browser.get(web.authorizationUrl());
    browser.get(signedIn.byPage(browser, web.id, people.anybody().id()));
  }

  /** Requests that name no API would mean the one that another test has left as the default. */
  private void withoutDefaultResource() {
    for (JsonNode resource : api.get("/api/resources").json()) {
      if (resource.path("isDefault").asBoolean()) {
        api.patch(
            "/api/resources/" + resource.path("id").asText() + "/is-default",
            "{\"isDefault\":false}");
      }
    }
  }

  @Test
  void aMachineTokenCostsNone() {
    TestClient machine = application("MachineToMachine");
    String secret = basic(machine);
    api.post("/api/resources", "{\"name\":\"Counted\",\"indicator\":\"https://counted\"}");
    Map<String, String> asked =
        Map.of("grant_type", "client_credentials", "resource", "https://counted");
    assertEquals(0, fewest(() -> ok(machine.token(asked, "Authorization", secret))));
  }

  /** A node that is alone remembers itself which assertions were used. */
  @Test
  void aMachineTokenByAKeyOfItsOwnCostsNone() {
    TestClient machine = application("MachineToMachine");
    SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
    api.put(
        "/api/applications/" + machine.id + "/authentication",
        "{\"jwks\":" + PrivateKeyFlowTest.set(key) + "}");
    api.post("/api/resources", "{\"name\":\"Signed\",\"indicator\":\"https://signed\"}");
    becomeAlone();
    assertEquals(
        0,
        fewest(() -> {
          Map<String, String> asked =
              new HashMap<>(
                  PrivateKeyFlowTest.asserted(
                      PrivateKeyFlowTest.assertion(machine, key, claims -> claims)));
          asked.put("grant_type", "client_credentials");
          asked.put("resource", "https://signed");
          ok(machine.token(asked));
        }));
  }

  /** And which proofs. */
  @Test
  void aProofOfPossessionCostsNone() {
    becomeAlone();
    DpopKey key = new DpopKey(time);
    TestClient page = application("SPA");
    String url = page.authorizationUrl("scope", "openid profile offline_access");
    Map<String, String> exchange = new HashMap<>();
    exchange.put("client_id", page.id);
    exchange.put("grant_type", "authorization_code");
    exchange.put("code", codeOf(url));
    exchange.put("code_verifier", TestClient.VERIFIER);
    exchange.put("redirect_uri", CALLBACK);
    Answer[] tokens = {ok(page.token(exchange, "DPoP", key.proof("/token")))};
    assertEquals(
        2,
        fewest(() -> {
          Map<String, String> form = new HashMap<>();
          form.put("client_id", page.id);
          form.put("grant_type", "refresh_token");
          form.put("refresh_token", tokens[0].text("refresh_token"));
          tokens[0] = ok(page.token(form, "DPoP", key.proof("/token")));
        }));
    String token = tokens[0].text("access_token");
    assertEquals(
        1,
        fewest(() -> {
          String proof = key.proof("GET", DpopKey.ISSUER + "/me", token);
          ok(page.get("/oidc/me", "Authorization", "DPoP " + token, "DPoP", proof));
        }));
  }

  /** A node looks a few seconds whether there are others. */
  private void becomeAlone() {
    once.first(TenantId.DEFAULT, "nothing", UUID.randomUUID().toString(), time.instant());
    long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!once.inMemory()) {
      assertTrue(System.nanoTime() < limit, "there is no other node");
      LockSupport.parkNanos(this, Duration.ofMillis(20).toNanos());
    }
  }

  /** The token's owner, what they may do, and the grant; the token itself is signed. */
  @Test
  void anExchangeForAResourceCostsThree() {
    String person = people.anybody().id();
    String token =
        api.post("/api/users/" + person + "/personal-access-tokens", "{\"name\":\"cli\"}")
            .json()
            .get("value")
            .asText();
    api.post("/api/resources", "{\"name\":\"Exchanged\",\"indicator\":\"https://exchanged\"}");
    api.patch(
        "/api/applications/" + web.id, "{\"customClientMetadata\":{\"allowTokenExchange\":true}}");
    Map<String, String> asked =
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token",
            token,
            "subject_token_type",
            "urn:logto:token-type:personal_access_token",
            "resource",
            "https://exchanged");
    assertEquals(3, fewest(() -> ok(web.token(asked, "Authorization", authorization))));
  }

  @Test
  void userinfoAndIntrospectionCostOneEach() {
    String token = ok(exchange(code("openid profile email"))).text("access_token");
    assertEquals(1, fewest(() -> ok(web.userinfo(token))));
    Map<String, String> form = Map.of("token", token);
    assertEquals(
        1,
        fewest(
            () -> ok(web.post("/oidc/token/introspection", form, "Authorization", authorization))));
  }

  @Test
  void userinfoOfEveryScopeCostsOne() {
    String token =
        ok(exchange(code("openid profile email roles identities custom_data")))
            .text("access_token");
    Answer answer = web.userinfo(token);
    assertTrue(
        answer.json().has("roles") && answer.json().has("identities"), answer.json().toString());
    assertEquals(1, fewest(() -> ok(web.userinfo(token))));
  }

  @Test
  void aCodeCostsTwo() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      codes.add(code("openid profile offline_access"));
    }
    Iterator<String> left = codes.iterator();
    assertEquals(2, fewest(() -> ok(exchange(left.next()))));
  }

  @Test
  void aRefreshWithRotationCostsTwo() {
    TestClient page = application("SPA");
    String url = page.authorizationUrl("scope", "openid profile offline_access");
    String[] token = {ok(page.exchange(codeOf(url))).text("refresh_token")};
    assertEquals(2, fewest(() -> token[0] = ok(page.refresh(token[0])).text("refresh_token")));
    assertEquals(1, fewest(() -> active(token[0], Map.of("token_type_hint", "refresh_token"))));
    assertEquals(2, fewest(() -> active(token[0], Map.of())));
  }

  @Test
  void aCodeOfASessionCostsTwo() {
    assertEquals(2, fewest(() -> code("openid profile")));
  }

  @Test
  void aSignInWithAPasswordCostsSeven() {
    assertSignInCostsSeven();
  }

  /** Whether somebody has a second factor is read together with the person. */
  @Test
  void whereSecondFactorsAreNotAskedForItCostsNoMore() {
    factors("\"Totp\",\"BackupCode\"", "NoPrompt");
    try {
      assertSignInCostsSeven();
    } finally {
      factors("", "UserControlled");
    }
  }

  private void factors(String list, String policy) {
    assertEquals(
        200,
        api.patch(
                "/api/sign-in-exp",
                "{\"mfa\":{\"factors\":[%s],\"policy\":\"%s\"}}".formatted(list, policy))
            .status());
  }

  private void assertSignInCostsSeven() {
    String name = String.valueOf(people.anybody().username());
    long[] fewest = {9, 9, 9, 9};
    for (int i = 0; i < RUNS; i++) {
      Browser visitor = new Browser();
      Seen asked = counted(fewest, 0, visitor::authorize);
      counted(fewest, 1, () -> visitor.get(asked.location()));
      Seen sent =
          counted(
              fewest,
              2,
              () ->
                  visitor.post(
                      "/sign-in?app_id=demo-app", "identifier", name, "password", People.PASSWORD));
      Seen back = counted(fewest, 3, () -> visitor.get(sent.location()));
      assertNotNull(back.parameter("code"), back.text());
    }
    // The request, the page, the form with its person, the lockout and the end, and the way back.
    assertArrayEquals(new long[] {1, 1, 3, 2}, fewest);
  }

  private Seen counted(long[] fewest, int step, Supplier<Seen> request) {
    long before = db.statements();
    Seen seen = request.get();
    fewest[step] = Math.min(fewest[step], db.statements() - before);
    return seen;
  }

  /** The fewest statements that the request was seen to cost. */
  private long fewest(Runnable request) {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long before = db.statements();
      request.run();
      fewest = Math.min(fewest, db.statements() - before);
    }
    return fewest;
  }

  private static Answer ok(Answer answer) {
    assertEquals(200, answer.status(), answer.json().toString());
    return answer;
  }

  private String code(String scope) {
    return codeOf(web.authorizationUrl("scope", scope, "prompt", ""));
  }

  private String codeOf(String url) {
    String location = browser.get(url).headers().firstValue("location").orElseThrow();
    return Objects.requireNonNull(TestClient.query(location).get("code"), location);
  }

  private Answer exchange(String code) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("code_verifier", TestClient.VERIFIER);
    form.put("redirect_uri", CALLBACK);
    return web.token(form, "Authorization", authorization);
  }

  private String basic(TestClient client) {
    String secret =
        api.get("/api/applications/" + client.id + "/secrets").json().get(0).get("value").asText();
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((client.id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  private TestClient application(String type) {
    String body =
        """
        {"name": "App", "type": "%s", "oidcClientMetadata": {"redirectUris": ["%s"], "postLogoutRedirectUris": []}}
        """
            .formatted(type, CALLBACK);
    return new TestClient(
        base, api.post("/api/applications", body).json().get("id").asText(), CALLBACK);
  }

  private Answer active(String token, Map<String, String> hint) {
    Map<String, String> form = new HashMap<>(hint);
    form.put("token", token);
    Answer answer = ok(web.post("/oidc/token/introspection", form, "Authorization", authorization));
    assertTrue(answer.json().get("active").asBoolean(), answer.json().toString());
    return answer;
  }
}
