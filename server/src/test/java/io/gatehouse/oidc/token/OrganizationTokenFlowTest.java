package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens for organizations, and claims about them. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OrganizationTokenFlowTest {
  private static final String TEMPLATE = "urn:logto:resource:organizations";
  private static final String SCOPE =
      "openid offline_access urn:logto:scope:organizations urn:logto:scope:organization_roles ";

  @Inject Provider provider;
  @Inject Db db;

  private TestClient spa;
  private String user;
  private String organization;
  private String read;
  private String write;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
    organization = provider.made("/api/organizations", "{\"name\":\"Bakers\"}");
    read = "read:" + Ids.shortId();
    write = "write:" + Ids.shortId();
  }

  @Test
  void aRefreshTokenGivesATokenForAnOrganization() {
    member("User", "\"" + scope(read) + "\",\"" + scope(write) + "\"", "");
    Answer tokens = signIn("scope", SCOPE + read + " other", "resource", TEMPLATE);
    Answer answer = spa.refresh(tokens.text("refresh_token"), "organization_id", organization);
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("at+jwt", TestClient.header(answer.text("access_token")).get("typ").asText());
    JsonNode claims = TestClient.payload(answer.text("access_token"));
    assertEquals("urn:logto:organization:" + organization, claims.get("aud").asText());
    assertEquals(user, claims.get("sub").asText());
    assertEquals(read, claims.get("scope").asText());
    assertEquals(3600, claims.get("exp").asLong() - claims.get("iat").asLong());
    assertNull(claims.get("organization_id"));
    assertEquals(read, answer.text("scope"));
    assertTrue(answer.json().has("id_token"));
  }

  @Test
  void whoHasNoScopeThereGetsATokenWithoutAny() {
    join();
    Answer tokens = signIn("scope", SCOPE);
    Answer answer = spa.refresh(tokens.text("refresh_token"), "organization_id", organization);
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("", answer.json().get("scope").asText("none"));
    assertEquals("", TestClient.payload(answer.text("access_token")).get("scope").asText("none"));
  }

  @Test
  void atAResourceRolesOfTheOrganizationCountAndThoseOfOthersDoNot() {
    String indicator = "https://org.example/" + user;
    String resource = provider.resourceWithRole(user, indicator, "own");
    String here = provider.made("/api/resources/" + resource + "/scopes", "{\"name\":\"here\"}");
    String there = provider.made("/api/resources/" + resource + "/scopes", "{\"name\":\"there\"}");
    member("User", "", "\"" + here + "\"");
    String bakers = organization;
    organization = provider.made("/api/organizations", "{\"name\":\"Millers\"}");
    member("User", "", "\"" + there + "\"");
    Answer tokens = signIn("scope", SCOPE + "own here there", "resource", indicator);
    JsonNode anywhere =
        TestClient.payload(
            spa.refresh(tokens.text("refresh_token"), "resource", indicator).text("access_token"));
    assertEquals("own here there", anywhere.get("scope").asText());
    assertNull(anywhere.get("organization_id"));
    Answer inside =
        spa.refresh(
            signIn("scope", SCOPE + "own here there", "resource", indicator).text("refresh_token"),
            "resource",
            indicator,
            "organization_id",
            bakers);
    JsonNode claims = TestClient.payload(inside.text("access_token"));
    assertEquals(indicator, claims.get("aud").asText());
    assertEquals("own here", claims.get("scope").asText());
    assertEquals(bakers, claims.get("organization_id").asText());
  }

  @Test
  void whoIsNoMemberIsRefusedAndKeepsTheRefreshToken() {
    Answer tokens = signIn("scope", SCOPE);
    Answer refused = spa.refresh(tokens.text("refresh_token"), "organization_id", organization);
    assertEquals(403, refused.status());
    assertEquals("access_denied", refused.error());
    assertEquals(200, spa.refresh(tokens.text("refresh_token")).status());
  }

  @Test
  void withoutTheScopeNoOrganizationOpens() {
    join();
    Answer tokens = signIn("scope", "openid offline_access");
    Answer refused = spa.refresh(tokens.text("refresh_token"), "organization_id", organization);
    assertEquals(403, refused.status());
    assertEquals("insufficient_scope", refused.error());
    assertEquals("urn:logto:scope:organizations", refused.text("scope"));
    assertTrue(refused.text("message").contains("urn:logto:scope:organizations"));
  }

  @Test
  void anOrganizationMayRequireASecondFactor() {
    join();
    Answer tokens = signIn("scope", SCOPE);
    provider.api().patch("/api/organizations/" + organization, "{\"isMfaRequired\":true}");
    Answer refused = spa.refresh(tokens.text("refresh_token"), "organization_id", organization);
    assertEquals(403, refused.status());
    assertEquals("access_denied", refused.error());
    provider.api().post("/api/users/" + user + "/mfa-verifications", "{\"type\":\"Totp\"}");
    assertEquals(
        200, spa.refresh(tokens.text("refresh_token"), "organization_id", organization).status());
  }

  @Test
  void claimsTellWhereAPersonBelongs() {
    String role = member("User", "", "");
    Answer tokens = signIn("scope", SCOPE);
    JsonNode claims = TestClient.payload(tokens.text("id_token"));
    assertEquals("[\"" + organization + "\"]", claims.get("organizations").toString());
    assertEquals(
        "[\"" + organization + ":" + role + "\"]", claims.get("organization_roles").toString());
    assertFalse(claims.has("organization_data"));
    JsonNode info = spa.userinfo(tokens.text("access_token")).json();
    assertEquals(claims.get("organizations"), info.get("organizations"));
    assertEquals(claims.get("organization_roles"), info.get("organization_roles"));
    assertEquals(
        "{\"id\":\"%s\",\"name\":\"Bakers\",\"description\":null}".formatted(organization),
        info.at("/organization_data/0").toString());
    Answer narrow = signIn("scope", "openid offline_access profile");
    assertFalse(TestClient.payload(narrow.text("id_token")).has("organizations"));
  }

  @Test
  void anOrganizationTokenCostsWhatARefreshCosts() {
    member("User", "\"" + scope(read) + "\"", "");
    String[] token = {signIn("scope", SCOPE + read, "resource", TEMPLATE).text("refresh_token")};
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long before = db.statements();
      Answer answer = spa.refresh(token[0], "organization_id", organization);
      assertEquals(200, answer.status(), answer.json().toString());
      fewest = Math.min(fewest, db.statements() - before);
      token[0] = answer.text("refresh_token");
    }
    assertEquals(2, fewest);
  }

  @Test
  void aMachineGetsATokenForItsOrganization() {
    TestClient machine = provider.application("MachineToMachine");
    String basic = basic(machine);
    Answer outside = machine.token(asMachine("scope", read), "Authorization", basic);
    assertEquals(403, outside.status());
    assertEquals("access_denied", outside.error());
    String role =
        role(
            "MachineToMachine",
            "\"" + scope(read) + "\",\"" + scope(write) + "\"",
            "\"management-api-all\"");
    String path = "/api/organizations/" + organization + "/applications";
    provider.api().post(path, "{\"applicationIds\":[\"%s\"]}".formatted(machine.id));
    provider
        .api()
        .post(
            path + "/" + machine.id + "/roles",
            "{\"organizationRoleIds\":[\"%s\"]}".formatted(role));
    Answer answer = machine.token(asMachine("scope", read), "Authorization", basic);
    assertEquals(200, answer.status(), answer.json().toString());
    JsonNode claims = TestClient.payload(answer.text("access_token"));
    assertEquals("urn:logto:organization:" + organization, claims.get("aud").asText());
    assertEquals(read, claims.get("scope").asText());
    assertEquals(machine.id, claims.get("sub").asText());
    Answer silent = machine.token(asMachine(), "Authorization", basic);
    assertEquals("", silent.json().get("scope").asText("none"));
    Answer at =
        machine.token(
            asMachine("scope", "all", "resource", "https://default.logto.app/api"),
            "Authorization",
            basic);
    JsonNode there = TestClient.payload(at.text("access_token"));
    assertEquals("https://default.logto.app/api", there.get("aud").asText());
    assertEquals("all", there.get("scope").asText());
    assertEquals(organization, there.get("organization_id").asText());
  }

  private Map<String, String> asMachine(String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("organization_id", organization);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  private String basic(TestClient client) {
    String pair = client.id + ":" + provider.secretOf(client);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private Answer signIn(String... changes) {
    Answer tokens = spa.exchange(provider.code(user, provider.browser(), spa, changes));
    assertEquals(200, tokens.status(), tokens.json().toString());
    return tokens;
  }

  private void join() {
    provider
        .api()
        .post(
            "/api/organizations/" + organization + "/users",
            "{\"userIds\":[\"%s\"]}".formatted(user));
  }

  /** Makes the person a member with a new role, whose name is answered. */
  private String member(String type, String scopes, String resourceScopes) {
    join();
    String role = role(type, scopes, resourceScopes);
    provider.made(
        "/api/organizations/" + organization + "/users/" + user + "/roles",
        "{\"organizationRoleIds\":[\"%s\"]}".formatted(role));
    return provider.api().get("/api/organization-roles/" + role).json().get("name").asText();
  }

  private String role(String type, String scopes, String resourceScopes) {
    return provider.made(
        "/api/organization-roles",
        "{\"name\":\"r%s\",\"type\":\"%s\",\"organizationScopeIds\":[%s],\"resourceScopeIds\":[%s]}"
            .formatted(Ids.shortId(), type, scopes, resourceScopes));
  }

  private String scope(String name) {
    return provider.made("/api/organization-scopes", "{\"name\":\"%s\"}".formatted(name));
  }
}
