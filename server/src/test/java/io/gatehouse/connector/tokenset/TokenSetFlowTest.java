package io.gatehouse.connector.tokenset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a provider's tokens, from the sign-in that brings them to their end. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class TokenSetFlowTest {
  @Inject ApiClients clients;
  @Inject Db db;

  private final StandInProvider provider = new StandInProvider();
  private final String target = "t" + Ids.shortId();
  private final String subject = "s-" + Ids.shortId();
  private ApiClient api;
  private String connector = "";

  @BeforeEach
  void configure() {
    api = clients.management();
    connector = connector(true);
    settings(
        "{\"socialSignInConnectorTargets\":[\"%s\"],\"socialSignIn\":{\"skipRequiredIdentifiers\":true}}"
            .formatted(target));
    provider.person("{\"sub\":\"" + subject + "\"}");
  }

  @AfterEach
  void restore() {
    settings("{\"socialSignInConnectorTargets\":[],\"socialSignIn\":{}}");
    api.delete("/api/connectors/" + connector);
    provider.close();
  }

  @Test
  void aSignInKeepsTheTokensSealed() {
    String user = signIn();
    JsonNode secret = secret(user);
    assertEquals("federated_token_set", secret.get("type").asText());
    assertEquals(connector, secret.get("connectorId").asText());
    assertEquals(subject, secret.get("identityId").asText());
    assertEquals(target, secret.get("target").asText());
    assertEquals("Bearer", secret.at("/metadata/tokenType").asText());
    assertFalse(secret.at("/metadata/hasRefreshToken").asBoolean());
    assertTrue(secret.at("/metadata/expiresAt").isNumber());
    byte[] stored =
        db.one(
            TenantId.DEFAULT,
            "select value from token_sets where tenant_id = ? and id = ?",
            row -> row.bytes("value"),
            TenantId.DEFAULT,
            secret.get("id").asText());
    assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("access_token"));
  }

  @Test
  void theyAreToldOnlyToWhomAsks() {
    String user = signIn();
    String one = "/api/users/" + user + "/identities/" + target;
    assertFalse(api.get(one).json().has("tokenSecret"));
    assertFalse(api.get(one + "?includeTokenSecret=no").json().has("tokenSecret"));
    String all = "/api/users/" + user + "/all-identities";
    assertFalse(api.get(all).json().at("/socialIdentities/0").has("tokenSecret"));
    JsonNode any = api.get(all + "?includeTokenSecret=false").json();
    assertTrue(any.at("/socialIdentities/0").has("tokenSecret"), any.toString());
  }

  @Test
  void theNextSignInRenewsThemAndKeepsARefreshTokenThatComesOnce() {
    provider.refreshToken("once");
    String user = signIn();
    String first = secret(user).get("id").asText();
    provider.refreshToken(null);
    assertEquals(user, signIn());
    JsonNode renewed = secret(user);
    assertTrue(renewed.at("/metadata/hasRefreshToken").asBoolean(), renewed.toString());
    assertFalse(first.equals(renewed.get("id").asText()));
  }

  @Test
  void theyCanBeForgottenWithoutTheIdentity() {
    String user = signIn();
    String id = secret(user).get("id").asText();
    assertEquals(204, api.delete("/api/secrets/" + id).status());
    assertEquals(404, api.delete("/api/secrets/" + id).status());
    assertTrue(secret(user).isMissingNode());
    assertEquals(200, api.get("/api/users/" + user + "/identities/" + target).status());
  }

  @Test
  void theyGoWithTheIdentityAndWithTheSwitch() {
    String user = signIn();
    String identity = "/api/users/" + user + "/identities/" + target;
    assertEquals(200, api.put(identity, "{\"userId\":\"" + subject + "\"}").status());
    assertFalse(secret(user).isMissingNode(), "the account at the provider is the same");
    assertEquals(200, api.put(identity, "{\"userId\":\"another\"}").status());
    assertTrue(secret(user).isMissingNode());
    assertEquals(200, api.put(identity, "{\"userId\":\"" + subject + "\"}").status());
    assertEquals(user, signIn());
    assertFalse(secret(user).isMissingNode());
    assertEquals(
        200, api.patch("/api/connectors/" + connector, "{\"enableTokenStorage\":false}").status());
    assertTrue(secret(user).isMissingNode());
    assertEquals(user, signIn());
    assertTrue(secret(user).isMissingNode(), "the switch is off");
    api.patch("/api/connectors/" + connector, "{\"enableTokenStorage\":true}");
    signIn();
    assertEquals(200, api.delete(identity).status());
    assertEquals(201, api.put(identity, "{\"userId\":\"" + subject + "\"}").status());
    assertTrue(secret(user).isMissingNode());
  }

  private JsonNode secret(String user) {
    Answer answer =
        api.get("/api/users/" + user + "/identities/" + target + "?includeTokenSecret=true");
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("tokenSecret");
  }

  /** Signs in at the provider and answers who it was. */
  private String signIn() {
    Browser browser = new Browser();
    browser.follow(browser.authorize());
    Seen sent = browser.post("/social?app_id=demo-app", "connector", connector);
    assertEquals(303, sent.status(), sent.text());
    Seen back =
        browser.get("/callback/" + connector + "?code=c0de&state=" + sent.parameter("state"));
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
    return db.one(
        TenantId.DEFAULT,
        "select user_id from user_identities where tenant_id = ? and target = ? and identity_id = ?",
        row -> row.text("user_id"),
        TenantId.DEFAULT,
        target,
        subject);
  }

  private String connector(boolean keepsTokens) {
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"oauth2\",\"config\":%s,\"enableTokenStorage\":%s,\"metadata\":{\"target\":\"%s\",\"name\":{\"en\":\"x\"}}}"
                .formatted(provider.config(), keepsTokens, target));
    assertEquals(200, made.status(), made.text());
    return made.json().path("id").asText();
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
