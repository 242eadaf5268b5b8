package io.gatehouse.organization.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MemberApiTest {
  @Inject ApiClients clients;
  private ApiClient api;
  private String organization;

  @BeforeEach
  void signIn() {
    api = clients.management();
    organization = "/api/organizations/" + id(api.post("/api/organizations", named()));
  }

  @Test
  void peopleJoinAndLeave() {
    String anne = user();
    String ben = user();
    Answer added = api.post(organization + "/users", users(anne, anne));
    assertEquals(201, added.status(), added.text());
    assertEquals(users(anne, anne), added.text());
    assertEquals(201, api.post(organization + "/users", users(anne, ben)).status());
    Answer listed = api.get(organization + "/users");
    assertEquals("2", listed.header("Total-Number"));
    assertEquals(List.of(anne, ben).stream().sorted().toList(), ids(listed));
    JsonNode member = listed.json().get(0);
    assertEquals(16, member.size());
    assertNull(member.get("hasPassword"));
    assertEquals("[]", member.get("organizationRoles").toString());
    assertEquals(204, api.delete(organization + "/users/" + anne).status());
    assertEquals("entity.not_found", api.delete(organization + "/users/" + anne).code());
    assertEquals(List.of(ben), ids(api.get(organization + "/users")));
    assertEquals("1", api.get(organization + "/users?page=9").header("Total-Number"));
  }

  @Test
  void whoIsUnknownKeepsEverybodyOut() {
    String anne = user();
    Answer refused = api.post(organization + "/users", users(anne, "nobody"));
    assertEquals(422, refused.status());
    assertEquals("entity.relation_foreign_key_not_found", refused.code());
    assertEquals("[]", api.get(organization + "/users").text());
    assertEquals(422, api.post("/api/organizations/none/users", users(anne)).status());
    assertEquals("[]", api.get("/api/organizations/none/users").text());
    assertEquals(204, api.put("/api/organizations/none/users", "{\"userIds\":[]}").status());
    assertEquals(
        "guard.invalid_input", api.post(organization + "/users", "{\"userIds\":[]}").code());
  }

  @Test
  void aReplacementKeepsTheRolesOfThoseWhoStay() {
    String anne = user();
    String ben = user();
    String role = role("User");
    api.post(organization + "/users", users(anne, ben));
    Answer given =
        api.post(
            organization + "/users/roles",
            "{\"userIds\":[\"%s\",\"%s\"],\"organizationRoleIds\":[\"%s\"]}"
                .formatted(anne, ben, role));
    assertEquals(201, given.status(), given.text());
    assertEquals("Created", given.text());
    assertEquals(204, api.put(organization + "/users", users(anne)).status());
    JsonNode member = api.get(organization + "/users").json();
    assertEquals(1, member.size());
    assertEquals(role, member.get(0).get("organizationRoles").get(0).get("id").asText());
    api.post(organization + "/users", users(ben));
    assertEquals("[]", api.get(organization + "/users/" + ben + "/roles").text());
    assertEquals(
        "entity.relation_foreign_key_not_found",
        api.put(organization + "/users", users("nobody")).code());
    assertEquals(2, api.get(organization + "/users").json().size());
  }

  @Test
  void membersAreSearchedAndFilteredByRole() {
    String mark = Ids.shortId();
    String anne = id(api.post("/api/users", "{\"name\":\"Anne %s\"}".formatted(mark)));
    String ben = id(api.post("/api/users", "{\"username\":\"ben_%s\"}".formatted(mark)));
    String elsewhere = id(api.post("/api/users", "{\"name\":\"%s\"}".formatted(mark)));
    String role = role("User");
    String other = role("User");
    api.post(organization + "/users", users(anne, ben));
    api.post(
        organization + "/users/" + ben + "/roles",
        "{\"organizationRoleIds\":[\"%s\",\"%s\"]}".formatted(role, other));
    Answer found = api.get(organization + "/users?q=" + mark);
    assertEquals("2", found.header("Total-Number"));
    assertFalse(ids(found).contains(elsewhere));
    Answer holders = api.get(organization + "/users?q=" + mark + "&organizationRoleId=" + role);
    assertEquals(List.of(ben), ids(holders));
    assertEquals(2, holders.json().get(0).get("organizationRoles").size());
    assertEquals(List.of(ben), ids(api.get(organization + "/users?organizationRoleId=" + other)));
    assertEquals("[]", api.get(organization + "/users?q=nothing" + mark).text());
    assertEquals(
        "guard.invalid_input", api.get(organization + "/users?organizationRoleId=").code());
    String id = organization.substring("/api/organizations/".length());
    assertEquals(
        List.of(elsewhere),
        ids(api.get("/api/users?search=%25" + mark + "%25&excludeOrganizationId=" + id)));
  }

  @Test
  void rolesOfAMemberAreGivenByIdAndName() {
    String anne = user();
    String roles = organization + "/users/" + anne + "/roles";
    Answer outside = api.post(roles, "{\"organizationRoleIds\":3}");
    assertEquals(422, outside.status());
    assertEquals("organization.require_membership", outside.code());
    assertEquals("organization.require_membership", api.get(roles + "?page=0").code());
    api.post(organization + "/users", users(anne));
    assertEquals("guard.invalid_input", api.post(roles, "{\"organizationRoleIds\":3}").code());
    String first = role("User");
    JsonNode second = api.post("/api/organization-roles", named()).json();
    Answer given =
        api.post(
            roles,
            "{\"organizationRoleIds\":[\"%s\",\"%s\"],\"organizationRoleNames\":[\"%s\"]}"
                .formatted(first, first, second.get("name").asText()));
    assertEquals(201, given.status(), given.text());
    assertEquals(
        "{\"organizationRoleIds\":[\"%s\",\"%s\"]}".formatted(first, second.get("id").asText()),
        given.text());
    assertEquals(2, api.get(roles).json().size());
    assertEquals("2", api.get(roles + "?page=1").header("Total-Number"));
    Answer unnamed = api.post(roles, "{\"organizationRoleNames\":[\"ghost\"]}");
    assertEquals(422, unnamed.status());
    assertEquals("organization.role_names_not_found", unnamed.code());
    assertEquals("{\"organizationRoleIds\":[]}", api.post(roles, "{}").text());
    Answer machine =
        api.put(roles, "{\"organizationRoleIds\":[\"%s\"]}".formatted(role("MachineToMachine")));
    assertEquals(422, machine.status());
    assertEquals("entity.db_constraint_violated", machine.code());
    assertEquals(2, api.get(roles).json().size());
    assertEquals(204, api.delete(roles + "/" + first).status());
    assertEquals("entity.not_found", api.delete(roles + "/" + first).code());
    assertEquals(204, api.put(roles, "{}").status());
    assertEquals("[]", api.get(roles).text());
  }

  @Test
  void aMembersScopesAreThoseOfAllTheirRoles() {
    String anne = user();
    api.post(organization + "/users", users(anne));
    String scope = id(api.post("/api/organization-scopes", named()));
    for (int i = 0; i < 2; i++) {
      String role =
          id(
              api.post(
                  "/api/organization-roles",
                  "{\"name\":\"%s\",\"organizationScopeIds\":[\"%s\"]}"
                      .formatted(Ids.shortId(), scope)));
      api.post(
          organization + "/users/" + anne + "/roles",
          "{\"organizationRoleIds\":[\"%s\"]}".formatted(role));
    }
    assertEquals(List.of(scope), ids(api.get(organization + "/users/" + anne + "/scopes")));
    assertEquals("[]", api.get(organization + "/users/nobody/scopes").text());
  }

  @Test
  void machinesJoinAndHaveMachinesRoles() {
    String machine = application("MachineToMachine");
    String site = application("Traditional");
    Answer refused =
        api.post(organization + "/applications", "{\"applicationIds\":[\"%s\"]}".formatted(site));
    assertEquals(422, refused.status());
    assertEquals("entity.db_constraint_violated", refused.code());
    assertEquals(
        "entity.relation_foreign_key_not_found",
        api.post(organization + "/applications", "{\"applicationIds\":[\"none\"]}").code());
    Answer added =
        api.post(
            organization + "/applications", "{\"applicationIds\":[\"%s\"]}".formatted(machine));
    assertEquals("Created", added.text());
    String role = role("MachineToMachine");
    String roles = organization + "/applications/" + machine + "/roles";
    assertEquals(
        201, api.post(roles, "{\"organizationRoleIds\":[\"%s\"]}".formatted(role)).status());
    assertEquals(
        "entity.db_constraint_violated",
        api.post(
                organization + "/applications/roles",
                "{\"applicationIds\":[\"%s\"],\"organizationRoleIds\":[\"%s\"]}"
                    .formatted(machine, role("User")))
            .code());
    Answer listed = api.get(organization + "/applications");
    assertEquals("1", listed.header("Total-Number"));
    JsonNode member = listed.json().get(0);
    assertEquals(machine, member.get("id").asText());
    assertNull(member.get("secret"));
    assertEquals(role, member.get("organizationRoles").get(0).get("id").asText());
    assertEquals(
        "entity.unique_integrity_violation",
        api.put(roles, "{\"organizationRoleIds\":[\"%s\",\"%s\"]}".formatted(role, role)).code());
    assertEquals("guard.invalid_input", api.put(roles, "{\"organizationRoleIds\":[]}").code());
    assertEquals(204, api.delete(roles + "/" + role).status());
    assertEquals("[]", api.get(roles).text());
    Answer organizations = api.get("/api/applications/" + machine + "/organizations");
    assertNull(organizations.header("Total-Number"));
    assertEquals(1, organizations.json().size());
    String id = organization.substring("/api/organizations/".length());
    assertFalse(ids(api.get("/api/applications?excludeOrganizationId=" + id)).contains(machine));
    assertEquals(204, api.put(organization + "/applications", "{\"applicationIds\":[]}").status());
    assertEquals("organization.require_membership", api.get(roles).code());
    assertEquals("entity.not_found", api.delete(organization + "/applications/" + machine).code());
  }

  @Test
  void aPersonsOrganizationsAreListedWithTheirRoles() {
    String anne = user();
    api.post(organization + "/users", users(anne));
    String role = role("User");
    api.put(
        organization + "/users/" + anne + "/roles",
        "{\"organizationRoleIds\":[\"%s\"]}".formatted(role));
    JsonNode joined = api.get("/api/users/" + anne + "/organizations").json();
    assertEquals(1, joined.size());
    assertEquals(
        List.of(
            "tenantId",
            "id",
            "name",
            "description",
            "customData",
            "isMfaRequired",
            "color",
            "branding",
            "customCss",
            "createdAt",
            "organizationRoles"),
        StreamSupport.stream(((Iterable<String>) joined.get(0)::fieldNames).spliterator(), false)
            .toList());
    assertEquals(role, joined.get(0).get("organizationRoles").get(0).get("id").asText());
    assertEquals("entity.not_found", api.get("/api/users/nobody/organizations").code());
    api.delete(organization);
    assertEquals("[]", api.get("/api/users/" + anne + "/organizations").text());
    assertEquals(200, api.get("/api/users/" + anne).status());
  }

  private String user() {
    return id(api.post("/api/users", "{}"));
  }

  private String role(String type) {
    return id(
        api.post(
            "/api/organization-roles",
            "{\"name\":\"%s\",\"type\":\"%s\"}".formatted(Ids.shortId(), type)));
  }

  private String application(String type) {
    return id(
        api.post(
            "/api/applications",
            "{\"name\":\"%s\",\"type\":\"%s\"}".formatted(Ids.shortId(), type)));
  }

  private static String named() {
    return "{\"name\":\"n%s\"}".formatted(Ids.shortId());
  }

  private static String users(String... ids) {
    return "{\"userIds\":[\"" + String.join("\",\"", ids) + "\"]}";
  }

  private static String id(Answer answer) {
    return answer.json().get("id").asText();
  }

  private static List<String> ids(Answer answer) {
    return StreamSupport.stream(answer.json().spliterator(), false)
        .map(one -> one.get("id").asText())
        .toList();
  }
}
