package io.gatehouse.account.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.gatehouse.oidc.DpopKey;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.AdminTokens;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let through to the Account API, and in which order that is asked. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccountGateApiTest {
  private static final String ACCOUNT = "/api/my-account";
  private static final List<String> PATHS = List.of(ACCOUNT, "/api/verifications/password");

  @Inject ApiClients clients;
  @Inject AdminTokens tokens;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject InstantSource time;
  @Inject Db db;
  private User user;

  @BeforeEach
  void open() {
    user = people.anybody();
    clients.management().patch("/api/account-center", SignedInPeople.everything());
  }

  @AfterEach
  void close() {
    clock.reset();
    clients.management().patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
  }

  @Test
  void aTokenIsAskedForBeforeAnythingElse() {
    clients.management().patch("/api/account-center", "{\"enabled\":false}");
    Answer without = clients.anonymous().get(ACCOUNT);
    assertEquals(401, without.status());
    assertEquals("auth.authorization_header_missing", without.code());
    Answer basic = clients.anonymous().get(ACCOUNT, "Authorization", "Basic dTpw");
    assertEquals(401, basic.status());
    assertEquals("auth.authorization_token_type_not_supported", basic.code());
    assertEquals("[\"Bearer\"]", basic.json().at("/data/supportedTypes").toString());
  }

  @Test
  void onlyALiveOpaqueTokenOfAPersonCounts() {
    Tenant core = new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001"));
    refused(clients.with("unknown"), 401, "auth.unauthorized");
    refused(clients.with(tokens.forManagement(core)), 401, "auth.unauthorized");
    String token = token("openid profile");
    assertEquals(200, clients.with(token).get(ACCOUNT).status());
    refused(clients.atAdmin(token), 401, "auth.unauthorized");
    clock.pass(Duration.ofHours(2));
    refused(clients.with(token), 401, "auth.unauthorized");
  }

  @Test
  @Spec("RFC 9449 §7.1")
  void aTokenThatIsBoundToAKeyComesWithAProofOfThatKey() {
    DpopKey key = new DpopKey(time);
    String token = bound("{\"jkt\":\"" + key.thumbprint() + "\"}");
    refused(clients.with(token), 401, "auth.unauthorized");
    String here = "http://localhost:3001" + ACCOUNT;
    String proof = key.proof("GET", here, token);
    assertEquals(200, shown("GET", token, proof).status());
    assertEquals(200, shown("PATCH", token, key.proof("PATCH", here, token)).status());
    for (String other :
        List.of(
            proof,
            new DpopKey(time).proof("GET", here, token),
            key.proof("GET", here, "another"),
            key.proof("PATCH", here, token),
            key.proof("GET", here + "/profile", token),
            "none")) {
      Answer refused = shown("GET", token, other);
      assertEquals("auth.unauthorized", refused.code(), refused.text());
      assertEquals(401, refused.status());
    }
    String free = token("openid");
    assertEquals(401, shown("GET", free, key.proof("GET", here, free)).status());
    assertEquals(401, clients.anonymous().get(ACCOUNT, "Authorization", "DPoP " + token).status());
  }

  private Answer shown(String method, String token, String proof) {
    return clients
        .anonymous()
        .send(
            method,
            ACCOUNT,
            method.equals("GET") ? null : "{\"name\":\"Proved\"}",
            "Content-Type",
            "application/json",
            "Authorization",
            "DPoP " + token,
            "DPoP",
            proof);
  }

  @Test
  @Spec("RFC 8705 §3")
  void aTokenThatIsBoundToACertificateIsOfUseOnlyWithIt() {
    String token = bound("{\"x5t#S256\":\"somebody's\"}");
    refused(clients.with(token), 401, "auth.unauthorized");
  }

  /** A token with everything that is bound so. */
  private String bound(String confirmation) {
    String token = token(SignedInPeople.SCOPES);
    db.update(
        TenantId.DEFAULT,
        "update access_tokens set cnf = ? where tenant_id = ? and hash = ?",
        new Jsonb(confirmation),
        TenantId.DEFAULT,
        Digests.sha256(token));
    return token;
  }

  @Test
  void whoIsShutOutIsNotLetThrough() {
    String token = token("openid");
    clients
        .management()
        .patch("/api/users/" + user.id() + "/is-suspended", "{\"isSuspended\":true}");
    refused(clients.with(token), 401, "auth.unauthorized");
  }

  @Test
  void theTokenMustBeOneOfOpenIdConnect() {
    clients.management().patch("/api/account-center", "{\"enabled\":false}");
    refused(clients.with(token("profile")), 403, "auth.forbidden");
  }

  @Test
  void nothingIsThereWhereTheAccountCenterIsOff() {
    clients.management().patch("/api/account-center", "{\"enabled\":false}");
    ApiClient own = clients.with(token(SignedInPeople.SCOPES));
    refused(own, 400, "account_center.not_enabled");
    assertEquals("account_center.not_enabled", own.patch(ACCOUNT, "{\"name\":1}").code());
    clients.management().patch("/api/account-center", "{\"enabled\":true}");
    assertEquals("guard.invalid_input", own.patch(ACCOUNT, "{\"name\":1}").code());
  }

  @Test
  void anyApplicationMayReadAndOnlyOursMayWrite() {
    String id =
        clients
            .management()
            .post(
                "/api/applications",
                "{\"name\":\"Theirs\",\"type\":\"Traditional\",\"isThirdParty\":true}")
            .json()
            .path("id")
            .asText();
    SignedInPeople.Own theirs = signedIn.by(id, user);
    assertEquals(200, theirs.get(ACCOUNT).status());
    Answer change = theirs.patch(ACCOUNT, "{\"name\":\"Ada\"}");
    assertEquals(403, change.status());
    assertEquals("auth.third_party_application_forbidden", change.code());
    assertEquals(
        "auth.third_party_application_forbidden",
        theirs.post("/api/verifications/password", "{\"password\":\"guess\"}").code());
  }

  @Test
  void pagesOfAnyOriginMayCall() {
    ApiClient own = clients.with(token("openid"));
    for (String path : PATHS) {
      Answer preflight =
          own.send(
              "OPTIONS",
              path,
              null,
              "Origin",
              "https://shop.example",
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              "authorization,logto-verification-id");
      assertEquals(204, preflight.status());
      assertEquals("https://shop.example", preflight.header("Access-Control-Allow-Origin"));
      assertEquals(
          "authorization,logto-verification-id", preflight.header("Access-Control-Allow-Headers"));
    }
    Answer echoed = own.get(ACCOUNT, "Origin", "https://shop.example");
    assertEquals("https://shop.example", echoed.header("Access-Control-Allow-Origin"));
    assertEquals("*", own.get(ACCOUNT).header("Access-Control-Allow-Origin"));
    assertNull(
        clients
            .management()
            .get("/api/roles", "Origin", "https://shop.example")
            .header("Access-Control-Allow-Origin"));
  }

  @Test
  void oneStatementSaysWhoCalls() {
    ApiClient own = clients.with(token("openid profile"));
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long before = db.statements();
      assertEquals(200, own.get(ACCOUNT).status());
      fewest = Math.min(fewest, db.statements() - before);
    }
    assertEquals(1, fewest);
  }

  @Test
  void everyOperationIsDescribed() {
    var document = clients.anonymous().get("/api/.well-known/user.openapi.json").json();
    assertEquals("Gatehouse Account API", document.at("/info/title").asText());
    var read = document.path("paths").path(ACCOUNT).path("get");
    assertEquals("GetProfile", read.path("operationId").asText());
    assertEquals(false, read.has("security"), read.toString());
    assertEquals(true, read.path("responses").has("403"), read.toString());
  }

  private String token(String scopes) {
    return signedIn.token(TenantId.DEFAULT, user, SignedInPeople.APPLICATION, scopes);
  }

  private static void refused(ApiClient client, int status, String code) {
    Answer read = client.get(ACCOUNT);
    assertEquals(code, read.code(), read.text());
    assertEquals(status, read.status());
    Answer proof = client.post("/api/verifications/password", "{}");
    assertEquals(code, proof.code(), proof.text());
    assertEquals(status, proof.status());
  }
}
