package io.gatehouse.organization.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ConsentOrganizationApiTest {
  @Inject ApiClients clients;
  @Inject People people;

  private ApiClient api;
  private String person;
  private String path;

  @BeforeEach
  void prepare() {
    api = clients.management();
    person = people.anybody().id();
    path = path(true);
  }

  @Test
  void organizationsOfAMemberAreAddedReplacedAndTakenAway() {
    String one = organization(true);
    String two = organization(true);
    assertEquals("{\"organizations\":[]}", api.get(path).text());
    Answer added = api.post(path, ids(one));
    assertEquals(201, added.status(), added.text());
    assertEquals("Created", added.text());
    assertEquals(201, api.post(path, ids(one)).status());
    assertEquals(one, api.get(path).json().at("/organizations/0/id").asText());
    assertEquals("1", api.get(path).header("Total-Number"));
    assertEquals(204, api.put(path, ids(two)).status());
    assertEquals(two, api.get(path).json().at("/organizations/0/id").asText());
    assertEquals(204, api.delete(path + "/" + two).status());
    assertEquals("entity.not_found", api.delete(path + "/" + two).code());
    api.post(path, ids(one));
    api.delete("/api/organizations/" + one + "/users/" + person);
    assertEquals("{\"organizations\":[]}", api.get(path).text(), "it ends with the membership");
  }

  @Test
  void onlyMembersOfAllOfThemConsentAndOnlyToThirdParties() {
    String stranger = organization(false);
    Answer refused = api.post(path, ids(stranger));
    assertEquals(422, refused.status());
    assertEquals("organization.require_membership", refused.code());
    assertEquals("organization.require_membership", api.put(path, ids(stranger)).code());
    assertEquals(204, api.put(path, "{\"organizationIds\":[]}").status());
    assertEquals("guard.invalid_input", api.post(path, "{\"organizationIds\":[]}").code());
    assertEquals("application.third_party_application_only", api.get(path(false)).code());
    assertEquals("application.third_party_application_only", api.post(path(false), "{}").code());
    assertEquals(404, api.put(path.replace(person, "nobody"), "{}").status());
    assertEquals(404, api.get(path.replace(person, "nobody")).status());
  }

  private String path(boolean thirdParty) {
    String application =
        api.post(
                "/api/applications",
                "{\"name\":\"Partner\",\"type\":\"SPA\",\"isThirdParty\":" + thirdParty + "}")
            .json()
            .get("id")
            .asText();
    return "/api/applications/" + application + "/users/" + person + "/consent-organizations";
  }

  private String organization(boolean member) {
    String id = api.post("/api/organizations", "{\"name\":\"Guild\"}").json().get("id").asText();
    if (member) {
      api.post("/api/organizations/" + id + "/users", "{\"userIds\":[\"" + person + "\"]}");
    }
    return id;
  }

  private static String ids(String id) {
    return "{\"organizationIds\":[\"" + id + "\"]}";
  }
}
