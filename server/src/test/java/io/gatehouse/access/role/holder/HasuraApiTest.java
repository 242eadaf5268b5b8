package io.gatehouse.access.role.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.AdminTokens;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class HasuraApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private static final String HASURA = "/api/authn/hasura?resource=https://data.example";

  @Inject AdminTokens tokens;

  @Test
  void theRoleThatIsExpectedIsToldWhenItIsHeld() {
    String role = "r" + Ids.shortId();
    String user = person(role);
    String good = token(user, "https://data.example");
    assertEquals(
        "{\"X-Hasura-User-Id\":\"%s\",\"X-Hasura-Role\":\"%s\"}".formatted(user, role),
        ask(HASURA, good, role).text());
    assertEquals(
        "{\"X-Hasura-User-Id\":\"%s\"}".formatted(user), clients.with(good).get(HASURA).text());
    Answer lacking = ask(HASURA, good, "other");
    assertEquals(401, lacking.status());
    assertEquals("auth.expected_role_not_found", lacking.code());
    assertEquals(
        "{\"X-Hasura-User-Id\":\"%s\",\"X-Hasura-Role\":\"guest\"}".formatted(user),
        ask(HASURA + "&unauthorizedRole=guest", good, "other").text());
    String elsewhere = token(user, "https://other.example");
    assertEquals(
        "{\"X-Hasura-User-Id\":\"%s\",\"X-Hasura-Role\":\"guest\"}".formatted(user),
        ask(HASURA + "&unauthorizedRole=guest", elsewhere, role).text());
    assertEquals(401, ask(HASURA, elsewhere, role).status());
  }

  @Test
  void aTokenThatIsNoneIsNobody() {
    assertEquals("{}", clients.anonymous().get(HASURA).text());
    assertEquals("{}", clients.with("nonsense").get(HASURA).text());
    assertEquals(400, clients.anonymous().get("/api/authn/hasura").status());
    assertEquals(400, clients.anonymous().get("/api/authn/hasura?resource=").status());
  }

  private Answer ask(String path, String token, String role) {
    return clients.with(token).get(path, "Expected-Role", role);
  }

  private String person(String role) {
    String user =
        api.post("/api/users", "{\"username\":\"h%s\"}".formatted(Ids.shortId()))
            .json()
            .get("id")
            .asText();
    String id =
        api.post("/api/roles", "{\"name\":\"%s\",\"description\":\"d\"}".formatted(role))
            .json()
            .get("id")
            .asText();
    api.post("/api/users/" + user + "/roles", "{\"roleIds\":[\"" + id + "\"]}");
    return user;
  }

  private String token(String user, String audience) {
    Map<String, Object> claims =
        tokens.claims(new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001")));
    claims.put("aud", audience);
    claims.put("sub", user);
    claims.remove("scope");
    return tokens.token(TenantId.DEFAULT, claims);
  }
}
