package io.gatehouse.organization.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
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
class OrganizationRoleApiTest {
  private static final String ROLES = "/api/organization-roles";
  private static final String SCOPES = "/api/organization-scopes";
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void aScopeIsMadeReadChangedAndDeleted() {
    String name = unique();
    Answer made = api.post(SCOPES, "{\"name\":\"%s\"}".formatted(name));
    assertEquals(201, made.status(), made.text());
    String id = made.json().get("id").asText();
    assertEquals(
        "{\"tenantId\":\"default\",\"id\":\"%s\",\"name\":\"%s\",\"description\":null}"
            .formatted(id, name),
        made.text());
    assertEquals(made.text(), api.get(SCOPES + "/" + id).text());
    Answer again = api.post(SCOPES, "{\"name\":\"%s\"}".formatted(name));
    assertEquals(422, again.status());
    assertEquals("entity.unique_integrity_violation", again.code());
    assertEquals(
        "d",
        api.patch(SCOPES + "/" + id, "{\"description\":\"d\"}").json().get("description").asText());
    assertEquals("entity.invalid_input", api.patch(SCOPES + "/" + id, "{}").code());
    Answer listed = api.get(SCOPES + "?q=" + name);
    assertNull(listed.header("Total-Number"));
    assertEquals(id, listed.json().get(0).get("id").asText());
    assertEquals(204, api.delete(SCOPES + "/" + id).status());
    assertEquals("entity.not_exists_with_id", api.get(SCOPES + "/" + id).code());
    assertEquals("entity.not_exists", api.patch(SCOPES + "/" + id, "{\"name\":\"x\"}").code());
    assertEquals("entity.not_found", api.delete(SCOPES + "/" + id).code());
  }

  @Test
  void aRoleIsMadeWithItsScopesOrNotAtAll() {
    String scope = scope();
    String name = unique();
    Answer refused =
        api.post(
            ROLES,
            "{\"name\":\"%s\",\"organizationScopeIds\":[\"%s\",\"none\"]}".formatted(name, scope));
    assertEquals(422, refused.status());
    assertEquals("entity.relation_foreign_key_not_found", refused.code());
    Answer made =
        api.post(
            ROLES,
            """
            {"name":"%s","organizationScopeIds":["%s","%s"],"resourceScopeIds":["management-api-all"]}
            """
                .formatted(name, scope, scope));
    assertEquals(201, made.status(), made.text());
    String id = made.json().get("id").asText();
    assertEquals(
        "{\"tenantId\":\"default\",\"id\":\"%s\",\"name\":\"%s\",\"description\":null,\"type\":\"User\"}"
            .formatted(id, name),
        made.text());
    assertEquals(made.text(), api.get(ROLES + "/" + id).text());
    Answer list = api.get(ROLES + "?q=" + name);
    assertEquals("1", list.header("Total-Number"));
    JsonNode listed = list.json().get(0);
    assertEquals(scope, listed.get("scopes").get(0).get("id").asText());
    assertEquals("all", listed.get("resourceScopes").get(0).get("name").asText());
    assertEquals(
        "Management API", listed.get("resourceScopes").get(0).get("resource").get("name").asText());
    assertEquals(
        "entity.unique_integrity_violation",
        api.post(ROLES, "{\"name\":\"%s\"}".formatted(name)).code());
  }

  @Test
  void aRolesTypeCanChange() {
    String id = role();
    Answer changed = api.patch(ROLES + "/" + id, "{\"type\":\"MachineToMachine\"}");
    assertEquals("MachineToMachine", changed.json().get("type").asText());
    assertEquals("entity.invalid_input", api.patch(ROLES + "/" + id, "{}").code());
    assertEquals(204, api.delete(ROLES + "/" + id).status());
    assertEquals("entity.not_found", api.get(ROLES + "/" + id).code());
    assertEquals("entity.not_exists", api.patch(ROLES + "/" + id, "{\"name\":\"x\"}").code());
    assertEquals("entity.not_found", api.delete(ROLES + "/" + id).code());
  }

  @Test
  void scopesOfARoleAreAddedReplacedAndTaken() {
    String role = role();
    String path = ROLES + "/" + role + "/scopes";
    String first = scope();
    String second = scope();
    Answer added = api.post(path, "{\"organizationScopeIds\":[\"%s\"]}".formatted(first));
    assertEquals(201, added.status(), added.text());
    assertEquals("Created", added.text());
    assertEquals(
        201, api.post(path, "{\"organizationScopeIds\":[\"%s\"]}".formatted(first)).status());
    assertEquals(1, api.get(path).json().size());
    assertEquals(
        204,
        api.put(path, "{\"organizationScopeIds\":[\"%s\",\"%s\"]}".formatted(second, first))
            .status());
    assertEquals("2", api.get(path + "?page=1").header("Total-Number"));
    assertEquals(
        "entity.unique_integrity_violation",
        api.put(path, "{\"organizationScopeIds\":[\"%s\",\"%s\"]}".formatted(first, first)).code());
    Answer unknown = api.put(path, "{\"organizationScopeIds\":[\"none\"]}");
    assertEquals(422, unknown.status());
    assertEquals("entity.relation_foreign_key_not_found", unknown.code());
    assertEquals(2, api.get(path).json().size());
    assertEquals(204, api.delete(path + "/" + first).status());
    assertEquals("entity.not_found", api.delete(path + "/" + first).code());
    assertEquals(204, api.put(path, "{\"organizationScopeIds\":[]}").status());
    assertEquals("[]", api.get(path).text());
    assertEquals("guard.invalid_input", api.post(path, "{\"organizationScopeIds\":[]}").code());
    assertEquals(404, api.get(ROLES + "/none/scopes").status());
    assertEquals(204, api.put(ROLES + "/none/scopes", "{\"organizationScopeIds\":[]}").status());
  }

  @Test
  void scopesOfResourcesAreAddedReplacedAndTaken() {
    String path = ROLES + "/" + role() + "/resource-scopes";
    assertEquals(201, api.post(path, "{\"scopeIds\":[\"management-api-all\"]}").status());
    JsonNode scope = api.get(path).json().get(0);
    assertEquals("all", scope.get("name").asText());
    assertEquals("management-api", scope.get("resourceId").asText());
    assertEquals(204, api.put(path, "{\"scopeIds\":[]}").status());
    assertEquals("entity.not_found", api.delete(path + "/management-api-all").code());
    assertEquals(422, api.post(path, "{\"scopeIds\":[\"none\"]}").status());
    assertEquals(404, api.get(ROLES + "/none/resource-scopes").status());
  }

  private String scope() {
    return api.post(SCOPES, "{\"name\":\"%s\"}".formatted(unique())).json().get("id").asText();
  }

  private String role() {
    return api.post(ROLES, "{\"name\":\"%s\"}".formatted(unique())).json().get("id").asText();
  }

  private static String unique() {
    return "x" + Ids.shortId();
  }
}
