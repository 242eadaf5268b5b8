package io.gatehouse.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ApplicationApiTest {
  private static final String APPLICATIONS = "/api/applications";

  @Inject ApiClients clients;
  @Inject Applications applications;
  @Inject Db db;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private String create(String type, String more) {
    Answer made =
        api.post(APPLICATIONS, "{\"name\":\"App\",\"type\":\"%s\"%s}".formatted(type, more));
    assertEquals(200, made.status(), made.text());
    return made.json().get("id").asText();
  }

  @Test
  void anApplicationIsMadeReadChangedAndDeleted() {
    Answer made = api.post(APPLICATIONS, "{\"name\":\"App\",\"type\":\"SPA\",\"isAdmin\":true}");
    assertEquals(200, made.status(), made.text());
    JsonNode app = made.json();
    assertEquals(
        List.of(
            "tenantId",
            "id",
            "name",
            "description",
            "type",
            "oidcClientMetadata",
            "customClientMetadata",
            "protectedAppMetadata",
            "customData",
            "isThirdParty",
            "appLevelAccessControlEnabled",
            "createdAt"),
        names(app));
    assertEquals(21, app.get("id").asText().length());
    assertEquals(
        "{\"redirectUris\":[],\"postLogoutRedirectUris\":[]}",
        app.get("oidcClientMetadata").toString());
    assertEquals("{}", app.get("customClientMetadata").toString());
    String path = APPLICATIONS + "/" + app.get("id").asText();
    JsonNode read = api.get(path).json();
    assertFalse(read.get("isAdmin").asBoolean(true));
    Answer changed =
        api.patch(
            path,
            """
            {"name":"Other","description":"d","type":"Native","isThirdParty":true,"tenantId":"admin","createdAt":1,
             "oidcClientMetadata":{"redirectUris":["https://a.example/cb"],"postLogoutRedirectUris":[],"x":1},
             "customClientMetadata":{"refreshTokenTtlInDays":30,"corsAllowedOrigins":["https://a.example"]}}
            """);
    assertEquals(200, changed.status(), changed.text());
    JsonNode after = changed.json();
    assertEquals("SPA", after.get("type").asText());
    assertFalse(after.get("isThirdParty").asBoolean());
    assertEquals(app.get("createdAt"), after.get("createdAt"));
    assertEquals(
        "{\"redirectUris\":[\"https://a.example/cb\"],\"postLogoutRedirectUris\":[]}",
        after.get("oidcClientMetadata").toString());
    assertEquals(
        "{\"corsAllowedOrigins\":[\"https://a.example\"],\"refreshTokenTtlInDays\":30}",
        after.get("customClientMetadata").toString());
    assertTrue(api.patch(path, "{\"description\":null}").json().get("description").isNull());
    assertEquals(200, api.patch(path, "{}").status());
    assertEquals(204, api.delete(path).status());
    assertEquals("entity.not_exists_with_id", api.get(path).code());
    assertEquals(404, api.delete(path).status());
    assertEquals(404, api.patch(path, "{}").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"\",\"type\":\"SPA\"} | 400 | guard.invalid_input",
        "{\"name\":\"a\",\"type\":\"Robot\"} | 400 | guard.invalid_input",
        "{\"name\":\"a\"} | 400 | guard.invalid_input",
        "{\"name\":\"a\",\"type\":\"SPA\",\"oidcClientMetadata\":{\"redirectUris\":[]}} | 400 | guard.invalid_input",
        "{\"name\":\"a\",\"type\":\"SPA\",\"oidcClientMetadata\":{\"redirectUris\":[\"https://a/../b\"],\"postLogoutRedirectUris\":[]}} | 400 | guard.invalid_input",
        "{\"name\":\"a\",\"type\":\"SPA\",\"customClientMetadata\":{\"refreshTokenTtlInDays\":181}} | 400 | guard.invalid_input",
        "{\"name\":\"a\",\"type\":\"SPA\",\"customClientMetadata\":{\"maxAllowedGrants\":0}} | 400 | guard.invalid_input",
        "{\"name\":\"a\",\"type\":\"SAML\"} | 400 | application.saml.use_saml_app_api",
        "{\"name\":\"a\",\"type\":\"SPA\",\"customClientMetadata\":{\"isDeviceFlow\":true}} | 422 | application.device_flow_native_only",
        "{\"name\":\"a\",\"type\":\"Protected\"} | 400 | application.protected_app_metadata_is_required",
        "{\"name\":\"a\",\"type\":\"Protected\",\"protectedAppMetadata\":{\"subDomain\":\"a b\",\"origin\":\"https://a\"}} | 422 | application.invalid_subdomain",
        "{\"name\":\"a\",\"type\":\"Protected\",\"protectedAppMetadata\":{\"subDomain\":\"ab\",\"origin\":\"https://a\"}} | 501 | application.protected_app_not_configured",
        "{\"name\":\"a\",\"type\":\"MachineToMachine\",\"isThirdParty\":true} | 400 | application.invalid_third_party_application_type",
        "{\"name\":\"a\",\"type\":\"Traditional\",\"isThirdParty\":true,\"customClientMetadata\":{\"allowTokenExchange\":true}} | 422 | application.third_party_application_cannot_enable_token_exchange",
      })
  void whatAnApplicationMustNotBeIsRefused(String body, int status, String code) {
    Answer answer = api.post(APPLICATIONS, body);
    assertEquals(status, answer.status(), answer.text());
    assertEquals(code, answer.code());
  }

  @Test
  void whatMustNotChangeIsRefused() {
    String device =
        APPLICATIONS + "/" + create("Native", ",\"customClientMetadata\":{\"isDeviceFlow\":true}");
    assertEquals(
        "application.device_flow_not_changeable",
        api.patch(device, "{\"customClientMetadata\":{}}").code());
    assertEquals(200, api.patch(device, "{\"name\":\"x\"}").status());
    Answer control = api.patch(device, "{\"appLevelAccessControlEnabled\":true}");
    assertEquals(422, control.status());
    assertEquals("request.invalid_input", control.code());
    Answer protectedOnly =
        api.patch(device, "{\"protectedAppMetadata\":{\"origin\":\"https://a\"}}");
    assertEquals(400, protectedOnly.status());
    assertEquals("application.protected_application_only", protectedOnly.code());
    String third = APPLICATIONS + "/" + create("SPA", ",\"isThirdParty\":true");
    assertEquals(
        "application.third_party_application_cannot_enable_token_exchange",
        api.patch(third, "{\"customClientMetadata\":{\"allowTokenExchange\":true}}").code());
  }

  @Test
  void builtInApplicationsCanBeReadOnly() {
    JsonNode demo = api.get(APPLICATIONS + "/demo-app").json();
    assertEquals("N/A", demo.get("secret").asText());
    assertEquals(0, demo.get("createdAt").asLong());
    assertEquals(404, api.patch(APPLICATIONS + "/demo-app", "{\"name\":\"x\"}").status());
    assertEquals(404, api.delete(APPLICATIONS + "/demo-app").status());
    for (JsonNode app : api.get(APPLICATIONS).json()) {
      assertNotEquals("demo-app", app.get("id").asText());
    }
  }

  @Test
  void theListIsFilteredAndPagedOnlyWhenAsked() {
    String word = "w" + Ids.shortId();
    create("SPA", ",\"description\":\"" + word + "\"");
    String machine = create("MachineToMachine", ",\"description\":\"" + word + "\"");
    String third = create("SPA", ",\"isThirdParty\":true,\"description\":\"" + word + "\"");
    String search = "?search=%25" + word + "%25";
    Answer all = api.get(APPLICATIONS + search);
    assertEquals(3, all.json().size(), all.text());
    assertNull(all.header("Total-Number"));
    assertEquals(third, all.json().get(0).get("id").asText());
    Answer paged = api.get(APPLICATIONS + search + "&page=2&page_size=2");
    assertEquals(1, paged.json().size());
    assertEquals("3", paged.header("Total-Number"));
    assertEquals(machine, only(search + "&types=MachineToMachine&types=Native"));
    assertEquals(third, only(search + "&isThirdParty=true"));
    assertEquals(2, api.get(APPLICATIONS + search + "&isThirdParty=false").json().size());
    assertEquals("guard.invalid_input", api.get(APPLICATIONS + "?isThirdParty=1").code());
    assertEquals("guard.invalid_input", api.get(APPLICATIONS + "?types=Robot").code());
    assertEquals("guard.invalid_pagination", api.get(APPLICATIONS + "?page=0").code());
    assertEquals(
        "request.invalid_input",
        api.get(APPLICATIONS + "?excludeRoleId=a&excludeOrganizationId=b").code());
    assertEquals(400, api.get(APPLICATIONS + "?search.secret=x").status());
  }

  private String only(String query) {
    JsonNode found = api.get(APPLICATIONS + query).json();
    assertEquals(1, found.size());
    return found.get(0).get("id").asText();
  }

  @Test
  void customDataIsMerged() {
    String path = APPLICATIONS + "/" + create("SPA", ",\"customData\":{\"a\":{\"x\":1},\"b\":2}");
    Answer merged = api.patch(path + "/custom-data", "{\"a\":{\"y\":1},\"c\":3}");
    assertEquals(200, merged.status());
    assertEquals("{\"a\":{\"y\":1},\"b\":2,\"c\":3}", merged.text());
    assertEquals(
        "{\"z\":1}",
        api.patch(path, "{\"customData\":{\"z\":1}}").json().get("customData").toString());
    assertEquals("entity.not_exists", api.patch(APPLICATIONS + "/none/custom-data", "{}").code());
    assertEquals("guard.invalid_input", api.patch(path + "/custom-data", "[1]").code());
  }

  @Test
  void secretsAreShownRenamedAndDeleted() {
    String id = create("MachineToMachine", "");
    String path = APPLICATIONS + "/" + id + "/secrets";
    JsonNode first = api.get(path).json();
    assertEquals(1, first.size());
    assertEquals("Default secret", first.get(0).get("name").asText());
    assertEquals(32, first.get(0).get("value").asText().length());
    assertEquals(
        List.of("tenantId", "applicationId", "name", "value", "createdAt", "expiresAt"),
        names(first.get(0)));
    Answer made = api.post(path, "{\"name\":\"a/b\",\"expiresAt\":4102444800000}");
    assertEquals(201, made.status(), made.text());
    assertEquals("application.secret_name_exists", api.post(path, "{\"name\":\"a/b\"}").code());
    Answer past = api.post(APPLICATIONS + "/none/secrets", "{\"name\":\"c\",\"expiresAt\":1}");
    assertEquals(400, past.status());
    assertEquals("request.invalid_input", past.code());
    assertEquals(404, api.post(APPLICATIONS + "/none/secrets", "{\"name\":\"c\"}").status());
    Answer renamed = api.patch(path + "/a%2Fb", "{\"name\":\"b\"}");
    assertEquals(200, renamed.status(), renamed.text());
    assertEquals(made.json().get("value"), renamed.json().get("value"));
    assertEquals(
        "application.secret_name_exists",
        api.patch(path + "/b", "{\"name\":\"Default secret\"}").code());
    assertEquals("entity.not_exists", api.patch(path + "/none", "{\"name\":\"x\"}").code());
    assertEquals(2, applications.secrets(TenantId.DEFAULT, id).size());
    assertEquals(204, api.delete(path + "/b").status());
    assertEquals(1, applications.secrets(TenantId.DEFAULT, id).size());
    assertEquals("entity.not_found", api.delete(path + "/b").code());
    assertEquals(204, api.delete(path + "/Default%20secret").status());
    assertEquals(
        "application.no_legacy_secret_found",
        api.delete(APPLICATIONS + "/" + id + "/legacy-secret").code());
    String spa = create("SPA", "");
    assertEquals("[]", api.get(APPLICATIONS + "/" + spa + "/secrets").text());
    assertEquals(
        "entity.db_constraint_violated",
        api.post(APPLICATIONS + "/" + spa + "/secrets", "{\"name\":\"x\"}").code());
  }

  @Test
  void machinesHaveRoles() {
    String id = create("MachineToMachine", "");
    String path = APPLICATIONS + "/" + id + "/roles";
    String role = role("MachineToMachine");
    String other = role("MachineToMachine");
    Answer added = api.post(path, "{\"roleIds\":[\"%s\",\"%s\"]}".formatted(role, role));
    assertEquals(201, added.status(), added.text());
    assertEquals("[\"" + role + "\"]", added.json().get("addedRoleIds").toString());
    assertEquals("[]", api.post(path, "{\"roleIds\":[]}").json().get("addedRoleIds").toString());
    assertEquals(
        "application.invalid_role_type",
        api.post(path, "{\"roleIds\":[\"" + role("User") + "\"]}").code());
    assertEquals("entity.not_exists_with_id", api.post(path, "{\"roleIds\":[\"none\"]}").code());
    assertEquals("1", api.get(path).header("Total-Number"));
    Answer replaced = api.put(path, "{\"roleIds\":[\"" + other + "\"]}");
    assertEquals(200, replaced.status(), replaced.text());
    assertEquals("OK", replaced.text());
    assertEquals(other, api.get(path).json().get(0).get("id").asText());
    assertEquals("entity.not_exists_with_id", api.put(path, "{\"roleIds\":[\"none\"]}").code());
    assertEquals(
        "entity.db_constraint_violated",
        api.put(path, "{\"roleIds\":[\"" + role("User") + "\"]}").code());
    assertEquals("entity.invalid_input", api.put(path, "{\"roleIds\":[]}").code());
    assertEquals("0", api.get(path).header("Total-Number"));
    assertEquals("entity.not_found", api.delete(path + "/" + role).code());
    api.post(path, "{\"roleIds\":[\"" + role + "\"]}");
    assertEquals(204, api.delete(path + "/" + role).status());
    assertEquals(
        "application.invalid_type",
        api.get(APPLICATIONS + "/" + create("SPA", "") + "/roles").code());
  }

  private String role(String type) {
    return api.post(
            "/api/roles",
            "{\"name\":\"%s\",\"description\":\"d\",\"type\":\"%s\"}"
                .formatted(Ids.standardId(), type))
        .json()
        .get("id")
        .asText();
  }

  @Test
  void anAdministeringApplicationHasTheInternalRole() {
    String path = APPLICATIONS + "/" + create("MachineToMachine", "");
    Answer answer = api.patch(path, "{\"isAdmin\":true}");
    assertEquals(200, answer.status(), answer.text());
    assertNull(answer.json().get("isAdmin"));
    assertTrue(api.get(path).json().get("isAdmin").asBoolean());
    assertEquals("[]", api.get(path + "/roles").text());
    api.patch(path, "{\"isAdmin\":false}");
    assertFalse(api.get(path).json().get("isAdmin").asBoolean());
  }

  @Test
  void anotherTenantsApplicationIsUnknown() {
    String id = Ids.standardId();
    db.update(
        TenantId.ADMIN,
        "insert into applications (tenant_id, id, name, type, created_at) values ('admin', ?, 'x', 'SPA', now())",
        id);
    String path = APPLICATIONS + "/" + id;
    assertEquals(404, api.get(path).status());
    assertEquals(404, api.patch(path, "{\"name\":\"y\"}").status());
    assertEquals(404, api.delete(path).status());
    assertEquals(404, api.post(path + "/secrets", "{\"name\":\"y\"}").status());
    assertFalse(api.get(APPLICATIONS).text().contains(id));
    assertTrue(applications.find(TenantId.ADMIN, id).isPresent());
  }

  @Test
  void aChangeIsSeenByTheSignInSideAndByTheAudit() {
    String id = create("SPA", "");
    assertEquals("App", applications.find(TenantId.DEFAULT, id).orElseThrow().name());
    api.patch(APPLICATIONS + "/" + id, "{\"name\":\"New\"}");
    assertEquals("New", applications.find(TenantId.DEFAULT, id).orElseThrow().name());
    Answer records = api.get("/api/audit-records?subjectType=application&subjectId=" + id);
    assertEquals(200, records.status(), records.text());
    assertEquals("2", records.header("Total-Number"));
    JsonNode newest = records.json().get(0);
    assertEquals("application.updated", newest.get("action").asText());
    assertEquals("App", newest.at("/before/name").asText());
    assertEquals("New", newest.at("/after/name").asText());
    assertEquals("Application", newest.at("/actor/kind").asText());
    assertEquals("machine", newest.at("/actor/id").asText());
    assertEquals(16, newest.get("requestId").asText().length());
  }

  private static List<String> names(JsonNode node) {
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
        .toList();
  }
}
