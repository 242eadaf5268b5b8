package io.gatehouse.organization.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class JitApiTest {
  @Inject ApiClients clients;
  private ApiClient api;
  private String id;
  private String jit;

  @BeforeEach
  void signIn() {
    api = clients.management();
    id = api.post("/api/organizations", "{\"name\":\"jit\"}").json().get("id").asText();
    jit = "/api/organizations/" + id + "/jit";
  }

  @Test
  void domainsAreAddedReplacedAndTaken() {
    String path = jit + "/email-domains";
    Answer added = api.post(path, "{\"emailDomain\":\"Example.org\"}");
    assertEquals(201, added.status(), added.text());
    assertEquals(
        "{\"tenantId\":\"default\",\"organizationId\":\"%s\",\"emailDomain\":\"Example.org\"}"
            .formatted(id),
        added.text());
    Answer again = api.post(path, "{\"emailDomain\":\"Example.org\"}");
    assertEquals(422, again.status());
    assertEquals("entity.unique_integrity_violation", again.code());
    Answer tooLong = api.post(path, "{\"emailDomain\":\"" + "a".repeat(129) + "\"}");
    assertEquals("entity.value_too_long", tooLong.code());
    assertEquals("guard.invalid_input", api.post(path, "{}").code());
    assertEquals(204, api.put(path, "{\"emailDomains\":[\"a.example\",\"b.example\"]}").status());
    Answer all = api.get(path);
    assertNull(all.header("Total-Number"));
    assertEquals(2, all.json().size());
    assertEquals("2", api.get(path + "?page=1&page_size=1").header("Total-Number"));
    assertEquals(
        "entity.unique_integrity_violation",
        api.put(path, "{\"emailDomains\":[\"a.example\",\"a.example\"]}").code());
    assertEquals(204, api.delete(path + "/a.example").status());
    assertEquals("entity.not_found", api.delete(path + "/a.example").code());
    assertEquals(204, api.put(path, "{\"emailDomains\":[]}").status());
    assertEquals("[]", api.get(path).text());
    assertEquals("[]", api.get("/api/organizations/none/jit/email-domains").text());
    Answer nowhere =
        api.post("/api/organizations/none/jit/email-domains", "{\"emailDomain\":\"a.example\"}");
    assertEquals(422, nowhere.status());
    assertEquals("entity.relation_foreign_key_not_found", nowhere.code());
  }

  @Test
  void rolesAreAddedReplacedAndTaken() {
    String path = jit + "/roles";
    String user = role("User");
    String machine = role("MachineToMachine");
    Answer added = api.post(path, "{\"organizationRoleIds\":[\"%s\"]}".formatted(user));
    assertEquals(201, added.status(), added.text());
    assertEquals("Created", added.text());
    assertEquals(
        201,
        api.post(path, "{\"organizationRoleIds\":[\"%s\",\"%s\"]}".formatted(user, machine))
            .status());
    assertEquals(2, api.get(path).json().size());
    assertEquals(
        "entity.relation_foreign_key_not_found",
        api.put(path, "{\"organizationRoleIds\":[\"none\"]}").code());
    assertEquals(
        "entity.unique_integrity_violation",
        api.put(path, "{\"organizationRoleIds\":[\"%s\",\"%s\"]}".formatted(user, user)).code());
    assertEquals(204, api.put(path, "{\"organizationRoleIds\":[\"%s\"]}".formatted(user)).status());
    assertEquals(user, api.get(path).json().get(0).get("id").asText());
    assertEquals(204, api.delete(path + "/" + user).status());
    assertEquals("entity.not_found", api.delete(path + "/" + user).code());
    assertEquals("entity.not_exists_with_id", api.get("/api/organizations/none/jit/roles").code());
  }

  @Test
  void connectorsAreAddedReplacedAndTaken() {
    String path = jit + "/sso-connectors";
    Answer made =
        api.post(
            "/api/sso-connectors",
            "{\"providerName\":\"OIDC\",\"connectorName\":\"%s\"}".formatted(Ids.shortId()));
    assertEquals(200, made.status(), made.text());
    String connector = made.json().get("id").asText();
    String body = "{\"ssoConnectorIds\":[\"%s\"]}".formatted(connector);
    Answer added = api.post(path, body);
    assertEquals(201, added.status(), added.text());
    assertEquals(201, api.post(path, body).status());
    Answer listed = api.get(path);
    assertEquals(1, listed.json().size());
    assertEquals(connector, listed.json().at("/0/id").asText());
    assertEquals("{}", listed.json().at("/0/config").toString());
    assertEquals(
        "entity.relation_foreign_key_not_found",
        api.post(path, "{\"ssoConnectorIds\":[\"none\"]}").code());
    assertEquals(204, api.put(path, "{\"ssoConnectorIds\":[]}").status());
    assertEquals("entity.not_found", api.delete(path + "/" + connector).code());
    assertEquals(
        "entity.not_exists_with_id", api.get("/api/organizations/none/jit/sso-connectors").code());
  }

  private String role(String type) {
    return api.post(
            "/api/organization-roles",
            "{\"name\":\"%s\",\"type\":\"%s\"}".formatted(Ids.shortId(), type))
        .json()
        .get("id")
        .asText();
  }
}
