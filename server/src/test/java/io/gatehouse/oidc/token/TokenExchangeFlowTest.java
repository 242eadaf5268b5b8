package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that stand for a person, for tokens of the client's own. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class TokenExchangeFlowTest {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS = "urn:ietf:params:oauth:token-type:access_token";
  private static final String IMPERSONATION = "urn:logto:token-type:impersonation_token";
  private static final String PERSONAL = "urn:logto:token-type:personal_access_token";
  private static final String SWITCH = ", \"customClientMetadata\": {\"allowTokenExchange\": true}";

  @Inject Provider provider;
  @Inject ServerClock clock;

  private TestClient page;
  private String user;
  private String api;

  @BeforeEach
  void prepare() {
    page = provider.application("SPA", SWITCH);
    user = provider.person();
    api = "https://exchange.example/" + page.id;
    provider.resourceWithRole(user, api, "read", "write");
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 8693 §2.2.1")
  void aTokenToActAsAPersonBringsWhatThatPersonMayDo() {
    Answer tokens =
        exchange(impersonation(), IMPERSONATION, "resource", api, "scope", "read delete");
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals(ACCESS, tokens.text("issued_token_type"));
    assertEquals("Bearer", tokens.text("token_type"));
    assertEquals("read", tokens.text("scope"));
    assertFalse(tokens.json().has("refresh_token") || tokens.json().has("id_token"));
    JsonNode claims = TestClient.payload(tokens.text("access_token"));
    assertEquals(user, claims.get("sub").asText());
    assertEquals(page.id, claims.get("client_id").asText());
    assertEquals(api, claims.get("aud").asText());
    assertFalse(claims.has("act"));
  }

  @Test
  void anExchangeIsAGrantThatListsShowAndEnd() {
    exchange(impersonation(), IMPERSONATION, "resource", api, "scope", "read");
    String path = "/api/users/" + user + "/grants";
    JsonNode grants = provider.api().get(path).json().get("grants");
    assertEquals(1, grants.size());
    assertEquals(page.id, grants.at("/0/payload/clientId").asText());
    assertEquals("read", grants.at("/0/payload/resources").get(api).asText());
    String opaque =
        exchange(impersonation(), IMPERSONATION, "scope", "openid").text("access_token");
    assertEquals(200, page.userinfo(opaque).status());
    for (JsonNode grant : provider.api().get(path).json().get("grants")) {
      assertEquals(204, provider.api().delete(path + "/" + grant.get("id").asText()).status());
    }
    assertEquals(401, page.userinfo(opaque).status());
  }

  @Test
  void aScriptIsToldWhatTheTokenToActAsAPersonSaid() {
    String script = "/api/configs/jwt-customizer/access-token";
    provider
        .api()
        .put(
            script,
            "{\"script\":\"const getCustomJwtClaims = ({ context }) => ({ grant: context.grant });\"}");
    try {
      String made =
          provider
              .api()
              .post(
                  "/api/subject-tokens",
                  "{\"userId\":\"%s\",\"context\":{\"ticket\":\"T-1\"}}".formatted(user))
              .json()
              .get("subjectToken")
              .asText();
      JsonNode claims =
          TestClient.payload(
              exchange(made, IMPERSONATION, "resource", api, "scope", "read").text("access_token"));
      assertEquals(GRANT, claims.at("/grant/type").asText(), claims.toString());
      assertEquals("T-1", claims.at("/grant/subjectTokenContext/ticket").asText());
    } finally {
      provider.api().delete(script);
    }
  }

  @Test
  void withoutAResourceItIsForUserinfo() {
    Answer tokens = exchange(impersonation(), ACCESS, "scope", "openid profile");
    assertEquals(200, tokens.status(), tokens.json().toString());
    assertEquals("openid profile", tokens.text("scope"));
    assertEquals(user, page.userinfo(tokens.text("access_token")).text("sub"));
  }

  @Test
  void ofManyWhoPresentATokenToActAsAPersonOneGetsTokens() throws Exception {
    String token = impersonation();
    List<Answer> answers =
        Provider.atOnce(16, () -> exchange(token, IMPERSONATION, "resource", api));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    assertEquals(15, answers.stream().filter(each -> each.error().equals("invalid_grant")).count());
  }

  @Test
  void aRefusalDoesNotUseItUp() {
    String token = impersonation();
    assertEquals(
        "invalid_target",
        exchange(token, IMPERSONATION, "resource", "https://unknown.example").error());
    assertEquals(
        "invalid_grant",
        exchange(token, IMPERSONATION, "actor_token", "x", "actor_token_type", ACCESS).error());
    assertEquals(200, exchange(token, IMPERSONATION, "resource", api).status());
    assertEquals("invalid_grant", exchange(token, IMPERSONATION, "resource", api).error());
  }

  @Test
  void itIsOverAfterTenMinutes() {
    String token = impersonation();
    clock.pass(Duration.ofMinutes(10));
    assertEquals("invalid_grant", exchange(token, IMPERSONATION, "resource", api).error());
  }

  @Test
  @Spec("RFC 8693 §2.1")
  void anAccessTokenIsExchangedAsOftenAsOneLikes() {
    TestClient other = provider.application("SPA");
    Answer before =
        other.exchange(
            provider.code(
                user, provider.browser(), other, "resource", api, "scope", "openid read"));
    String opaque = before.text("access_token");
    for (int i = 0; i < 2; i++) {
      Answer tokens = exchange(opaque, ACCESS, "resource", api, "scope", "write");
      assertEquals("write", tokens.text("scope"), tokens.json().toString());
    }
    String signed = exchange(opaque, ACCESS, "resource", api, "scope", "read").text("access_token");
    assertEquals(
        "write", exchange(signed, ACCESS, "resource", api, "scope", "write").text("scope"));
    clock.pass(Duration.ofMinutes(61));
    assertEquals("invalid_grant", exchange(signed, ACCESS, "resource", api).error());
    assertEquals("invalid_grant", exchange(opaque, ACCESS, "resource", api).error());
  }

  @Test
  void whatIsNoAccessTokenOfTheHouseIsRefused() {
    TestClient other = provider.application("SPA");
    Answer before = other.exchange(provider.code(user, provider.browser(), other));
    assertEquals("invalid_grant", exchange(before.text("id_token"), ACCESS).error());
    assertEquals("invalid_grant", exchange(before.text("refresh_token"), ACCESS).error());
    String token = before.text("access_token");
    assertEquals("invalid_grant", exchange(token, "urn:ietf:params:oauth:token-type:jwt").error());
    assertEquals("invalid_grant", exchange(token, IMPERSONATION).error());
    assertEquals("invalid_grant", exchange(token, PERSONAL).error());
    TestClient foreign = provider.application("SPA", ", \"isThirdParty\": true");
    EmulatedBrowser browser = provider.browser();
    browser.get(foreign.authorizationUrl("scope", "openid"));
    browser.get(provider.signedIn().byPage(browser, foreign.id, user));
    String back =
        provider
            .signedIn()
            .finish(
                browser, foreign.id, io.gatehouse.interaction.InteractionResult.consent(List.of()));
    String code =
        Provider.present(TestClient.query(Provider.location(browser.get(back))).get("code"));
    String theirs = foreign.exchange(code).text("access_token");
    assertFalse(theirs.isEmpty());
    assertEquals("invalid_grant", exchange(theirs, ACCESS, "scope", "openid").error());
  }

  @Test
  void aPersonalAccessTokenIsExchanged() {
    String path = "/api/users/" + user + "/personal-access-tokens";
    String token = provider.api().post(path, "{\"name\":\"cli\"}").json().get("value").asText();
    for (int i = 0; i < 2; i++) {
      assertEquals(
          "read", exchange(token, PERSONAL, "resource", api, "scope", "read").text("scope"));
    }
    assertEquals("invalid_grant", exchange(token + "x", PERSONAL, "resource", api).error());
    long soon = clock.instant().plusSeconds(60).toEpochMilli();
    String brief =
        provider
            .api()
            .post(path, "{\"name\":\"brief\",\"expiresAt\":%d}".formatted(soon))
            .json()
            .get("value")
            .asText();
    assertEquals(200, exchange(brief, PERSONAL, "resource", api).status());
    clock.pass(Duration.ofSeconds(61));
    assertEquals("invalid_grant", exchange(brief, PERSONAL, "resource", api).error());
    assertEquals(204, provider.api().delete(path + "/cli").status());
    assertEquals("invalid_grant", exchange(token, PERSONAL, "resource", api).error());
  }

  @Test
  @Spec("RFC 8693 §4.1")
  void whoActsIsNamedInTheToken() {
    String administrator = provider.person();
    TestClient console = provider.application("SPA");
    Answer theirs = console.exchange(provider.code(administrator, provider.browser(), console));
    String actor = theirs.text("access_token");
    Answer tokens =
        exchange(
            impersonation(),
            IMPERSONATION,
            "resource",
            api,
            "actor_token",
            actor,
            "actor_token_type",
            ACCESS);
    JsonNode claims = TestClient.payload(tokens.text("access_token"));
    assertEquals(user, claims.get("sub").asText());
    assertEquals(administrator, claims.get("act").get("sub").asText());
    assertEquals(
        "invalid_request", exchange(impersonation(), IMPERSONATION, "actor_token", actor).error());
    assertEquals(
        "invalid_grant",
        exchange(
                impersonation(),
                IMPERSONATION,
                "actor_token",
                theirs.text("id_token"),
                "actor_token_type",
                ACCESS)
            .error());
    Answer opaque =
        exchange(
            impersonation(),
            IMPERSONATION,
            "scope",
            "openid",
            "actor_token",
            actor,
            "actor_token_type",
            ACCESS);
    Answer told =
        page.post(
            "/oidc/token/introspection",
            Map.of("token", opaque.text("access_token"), "client_id", page.id));
    assertEquals(
        administrator, told.json().path("act").path("sub").asText(), told.json().toString());
  }

  @Test
  void organizationsAreEnteredByTheirMembersOnly() {
    String organization =
        provider.made("/api/organizations", "{\"name\":\"Harbour %s\"}".formatted(page.id));
    Answer outside = exchange(impersonation(), IMPERSONATION, "organization_id", organization);
    assertEquals(403, outside.status());
    assertEquals("access_denied", outside.error());
    ApiClient.Answer joined =
        provider
            .api()
            .post(
                "/api/organizations/" + organization + "/users",
                "{\"userIds\":[\"%s\"]}".formatted(user));
    assertEquals(201, joined.status(), joined.text());
    Answer inside = exchange(impersonation(), IMPERSONATION, "organization_id", organization);
    assertEquals(
        "urn:logto:organization:" + organization,
        TestClient.payload(inside.text("access_token")).get("aud").asText());
    Answer there =
        exchange(impersonation(), IMPERSONATION, "organization_id", organization, "resource", api);
    assertEquals(
        organization,
        TestClient.payload(there.text("access_token")).get("organization_id").asText());
  }

  @Test
  void applicationsMustBeAllowedTo() {
    TestClient without = provider.application("SPA");
    Answer refused = exchange(without, impersonation(), IMPERSONATION);
    assertEquals(400, refused.status());
    assertEquals("invalid_request", refused.error());
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANT);
    form.put("client_id", page.id);
    assertEquals("invalid_request", page.token(form).error());
    form.put("subject_token", "x");
    assertEquals("invalid_request", page.token(form).error());
    TestClient machine = provider.application("MachineToMachine", SWITCH);
    String secret = provider.secretOf(machine);
    Answer theirs =
        exchange(machine, impersonation(), IMPERSONATION, "client_secret", secret, "resource", api);
    assertEquals(200, theirs.status(), theirs.json().toString());
  }

  @Test
  void aSuspendedPersonIsNobody() {
    String token = impersonation();
    provider.api().patch("/api/users/" + user + "/is-suspended", "{\"isSuspended\":true}");
    assertEquals("invalid_grant", exchange(token, IMPERSONATION, "resource", api).error());
  }

  @Test
  void accessControlHolds() {
    String path = "/api/applications/" + page.id;
    provider
        .api()
        .put(
            path + "/access-control",
            """
            {"userIds":["%s"],"userRoleIds":[],"organizationIds":[],"organizationRoleRules":[]}
            """
                .formatted(provider.person()));
    ApiClient.Answer on = provider.api().patch(path, "{\"appLevelAccessControlEnabled\":true}");
    assertEquals(200, on.status(), on.text());
    assertEquals(
        "access_denied", exchange(impersonation(), IMPERSONATION, "resource", api).error());
  }

  @Test
  void discoveryNamesIt() {
    JsonNode metadata = provider.api().get("/oidc/.well-known/openid-configuration").json();
    assertTrue(metadata.get("grant_types_supported").toString().contains(GRANT));
  }

  private String impersonation() {
    ApiClient.Answer made =
        provider.api().post("/api/subject-tokens", "{\"userId\":\"%s\"}".formatted(user));
    assertEquals(201, made.status(), made.text());
    return made.json().get("subjectToken").asText();
  }

  private Answer exchange(String token, String type, String... more) {
    return exchange(page, token, type, more);
  }

  private static Answer exchange(TestClient client, String token, String type, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANT);
    form.put("client_id", client.id);
    form.put("subject_token", token);
    form.put("subject_token_type", type);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return client.token(form);
  }
}
