package io.gatehouse.application.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
class ConsentScopeApiTest {
  @Inject ApiClients clients;

  private ApiClient api;
  private String list;
  private String scope;

  @BeforeEach
  void prepare() {
    api = clients.management();
    list = list(true);
    String resource =
        made(
            "/api/resources",
            "{\"name\":\"Library\",\"indicator\":\"https://api.example/" + Ids.shortId() + "\"}");
    scope = made("/api/resources/" + resource + "/scopes", "{\"name\":\"read\"}");
  }

  @Test
  void whatIsAddedIsListedOnceAndCanBeTakenAway() {
    String body =
        """
        {"userScopes":["profile","urn:logto:scope:organizations"],"resourceScopes":["%s"],
         "organizationResourceScopes":["%s"]}
        """
            .formatted(scope, scope);
    Answer added = api.post(list, body);
    assertEquals(201, added.status(), added.text());
    assertEquals("Created", added.text());
    assertEquals(201, api.post(list, body).status());
    JsonNode all = api.get(list).json();
    assertEquals("[]", all.get("organizationScopes").toString());
    assertEquals(
        "[\"profile\",\"urn:logto:scope:organizations\"]", all.get("userScopes").toString());
    assertEquals("Library", all.at("/resourceScopes/0/resource/name").asText());
    assertEquals(scope, all.at("/resourceScopes/0/scopes/0/id").asText());
    assertEquals("read", all.at("/organizationResourceScopes/0/scopes/0/name").asText());
    assertEquals(204, api.delete(list + "/user-scopes/profile").status());
    assertEquals(404, api.delete(list + "/user-scopes/profile").status());
    assertEquals(204, api.delete(list + "/resource-scopes/" + scope).status());
    assertEquals("[]", api.get(list).json().get("resourceScopes").toString());
    assertEquals(204, api.delete(list + "/organization-resource-scopes/" + scope).status());
  }

  @Test
  void unknownScopesAreNamedByTheirKind() {
    Answer refused =
        api.post(
            list,
            "{\"resourceScopes\":[\"%s\",\"nothing\"],\"organizationScopes\":[\"none\"]}"
                .formatted(scope));
    assertEquals(422, refused.status());
    assertEquals("application.user_consent_scopes_not_found", refused.code());
    JsonNode data = refused.json().get("data");
    assertEquals("[\"none\"]", data.get("invalidOrganizationScopes").toString());
    assertEquals("[\"nothing\"]", data.get("invalidResourceScopes").toString());
    assertEquals("[]", data.get("invalidOrganizationResourceScopes").toString());
  }

  @Test
  void theManagementApiIsNothingToConsentTo() {
    Answer refused = api.post(list, "{\"resourceScopes\":[\"management-api-all\"]}");
    assertEquals(422, refused.status());
    assertEquals("application.consent_management_api_scopes_not_allowed", refused.code());
  }

  @Test
  void theListIsForThirdPartyApplicationsAndKnownKinds() {
    String own = list(false);
    assertEquals(
        "application.third_party_application_only",
        api.post(own, "{\"userScopes\":[\"profile\"]}").code());
    assertEquals("[]", api.get(own).json().get("userScopes").toString());
    assertEquals("guard.invalid_input", api.post(list, "{\"userScopes\":[\"openid\"]}").code());
    assertEquals("guard.invalid_input", api.delete(list + "/other-scopes/x").code());
    assertEquals(404, api.get("/api/applications/nothing/user-consent-scopes").status());
  }

  private String list(boolean thirdParty) {
    return "/api/applications/"
        + made(
            "/api/applications",
            "{\"name\":\"Carnet\",\"type\":\"SPA\",\"isThirdParty\":" + thirdParty + "}")
        + "/user-consent-scopes";
  }

  private String made(String path, String body) {
    Answer answer = api.post(path, body);
    assertTrue(answer.status() / 100 == 2, answer.text());
    return answer.json().path("id").asText();
  }
}
