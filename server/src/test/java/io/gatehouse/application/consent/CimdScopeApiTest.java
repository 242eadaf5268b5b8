package io.gatehouse.application.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
class CimdScopeApiTest {
  private static final String PATH = "/api/cimd/user-consent-scopes";

  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void scopesAreAllowedListedAndTakenBack() {
    String resource =
        id(
            "/api/resources",
            "{\"name\":\"r\",\"indicator\":\"https://%s.example\"}".formatted(Ids.shortId()));
    String scope = id("/api/resources/" + resource + "/scopes", "{\"name\":\"read\"}");
    String body =
        "{\"userScopes\":[\"profile\",\"email\"],\"resourceScopes\":[\"%s\"]}".formatted(scope);
    Answer added = api.post(PATH, body);
    assertEquals(201, added.status(), added.text());
    assertEquals("Created", added.text());
    assertEquals(201, api.post(PATH, body).status());
    Answer list = api.get(PATH);
    assertEquals("[\"email\",\"profile\"]", list.json().get("userScopes").toString());
    assertEquals(scope, list.json().at("/resourceScopes/0/scopes/0/id").asText());
    assertEquals(resource, list.json().at("/resourceScopes/0/resource/id").asText());
    assertEquals(204, api.delete(PATH + "/user-scopes/email").status());
    assertEquals("entity.not_found", api.delete(PATH + "/user-scopes/email").code());
    assertEquals(400, api.delete(PATH + "/other-scopes/email").status());
    api.delete(PATH + "/user-scopes/profile");
    assertEquals(204, api.delete("/api/resources/" + resource).status());
    assertEquals("[]", api.get(PATH).json().get("resourceScopes").toString());
  }

  @Test
  void whatNobodyCanConsentToIsRefused() {
    Answer unknown = api.post(PATH, "{\"organizationResourceScopes\":[\"nothing\"]}");
    assertEquals(422, unknown.status());
    assertEquals("application.user_consent_scopes_not_found", unknown.code());
    assertEquals(
        "application.consent_management_api_scopes_not_allowed",
        api.post(PATH, "{\"resourceScopes\":[\"management-api-all\"]}").code());
    assertEquals(400, api.post(PATH, "{\"userScopes\":[\"openid\"]}").status());
  }

  private String id(String path, String body) {
    return api.post(path, body).json().get("id").asText();
  }
}
