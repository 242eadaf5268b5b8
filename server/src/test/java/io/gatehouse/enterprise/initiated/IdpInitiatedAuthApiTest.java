package io.gatehouse.enterprise.initiated;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class IdpInitiatedAuthApiTest {
  @Inject ApiClients clients;
  private ApiClient api;
  private String connector = "";
  private String path = "";

  @BeforeEach
  void make() {
    api = clients.management();
    connector = connector("SAML");
    path = path(connector);
  }

  @AfterEach
  void delete() {
    api.delete("/api/sso-connectors/" + connector);
  }

  @Test
  void itIsSetReadReplacedAndDeleted() {
    assertRefused(404, "entity.not_found", api.get(path));
    String web = application("Traditional", ",\"isThirdParty\":false");
    Answer set =
        api.put(
            path,
            """
            {"defaultApplicationId":"%s","autoSendAuthorizationRequest":true,"redirectUri":"https://a.example/back",
             "authParameters":{"scope":"email","resource":"https://api.example"},
             "clientIdpInitiatedAuthCallbackUri":"https://dropped.example"}
            """
                .formatted(web));
    assertEquals(200, set.status(), set.text());
    JsonNode made = set.json();
    assertEquals("default", made.get("tenantId").asText());
    assertEquals(connector, made.get("connectorId").asText());
    assertEquals("https://a.example/back", made.get("redirectUri").asText());
    assertEquals("https://api.example", made.at("/authParameters/resource").asText());
    assertTrue(made.get("clientIdpInitiatedAuthCallbackUri").isNull());
    assertEquals(made, api.get(path).json());

    String spa = application("SPA", "");
    JsonNode replaced =
        api.put(
                path,
                """
                {"defaultApplicationId":"%s","autoSendAuthorizationRequest":false,
                 "clientIdpInitiatedAuthCallbackUri":"https://spa.example/start","authParameters":{"scope":"dropped"}}
                """
                    .formatted(spa))
            .json();
    assertEquals(spa, replaced.get("defaultApplicationId").asText());
    assertTrue(replaced.get("redirectUri").isNull());
    assertTrue(replaced.get("authParameters").isEmpty());
    assertEquals(made.get("createdAt"), replaced.get("createdAt"));
    assertEquals(replaced, api.get(path).json());

    assertEquals(204, api.delete(path).status());
    assertRefused(404, "entity.not_found", api.delete(path));
    assertRefused(404, "entity.not_found", api.get(path));
  }

  @Test
  void whatDoesNotFitIsRefusedInTheOrderOfTheContract() {
    String web = application("Traditional", "");
    assertRefused(400, "guard.invalid_input", put(path, "nothing", false, ""));
    assertRefused(
        400,
        "guard.invalid_input",
        put(path, web, false, ",\"clientIdpInitiatedAuthCallbackUri\":\"javascript:alert(1)\""));
    assertRefused(
        400,
        "guard.invalid_input",
        put(path, web, true, ",\"authParameters\":{\"scope\":[\"a\"]}"));
    assertRefused(404, "entity.not_exists_with_id", put(path("none"), "nothing", true, ""));
    String openId = connector("OIDC");
    assertRefused(
        400,
        "single_sign_on.idp_initiated_authentication_not_supported",
        put(path(openId), "nothing", true, ""));
    api.delete("/api/sso-connectors/" + openId);
    assertRefused(404, "entity.not_exists_with_id", put(path, "nothing", true, ""));
    String type = "single_sign_on.idp_initiated_authentication_invalid_application_type";
    assertRefused(400, type, put(path, application("SPA", ""), true, ""));
    assertRefused(400, type, put(path, application("MachineToMachine", ""), true, ""));
    assertRefused(
        400, type, put(path, application("Traditional", ",\"isThirdParty\":true"), true, ""));
    assertRefused(
        400,
        "single_sign_on.idp_initiated_authentication_redirect_uri_not_registered",
        put(path, web, true, ",\"redirectUri\":\"https://elsewhere.example\""));
    assertRefused(404, "entity.not_found", api.get(path));
  }

  @Test
  void itGoesWithItsApplicationAndWithItsConnector() {
    String web = application("Traditional", "");
    assertEquals(200, put(path, web, true, "").status());
    assertEquals(204, api.delete("/api/applications/" + web).status());
    assertRefused(404, "entity.not_found", api.get(path));
    assertEquals(200, put(path, application("Traditional", ""), true, "").status());
    assertEquals(204, api.delete("/api/sso-connectors/" + connector).status());
    assertRefused(404, "entity.not_found", api.get(path));
  }

  private Answer put(String at, String application, boolean auto, String more) {
    return api.put(
        at,
        "{\"defaultApplicationId\":\"%s\",\"autoSendAuthorizationRequest\":%s%s}"
            .formatted(application, auto, more));
  }

  private static void assertRefused(int status, String code, Answer answer) {
    assertEquals(code, answer.code(), answer.text());
    assertEquals(status, answer.status());
  }

  private static String path(String connector) {
    return "/api/sso-connectors/" + connector + "/idp-initiated-auth-config";
  }

  private String connector(String provider) {
    Answer made =
        api.post(
            "/api/sso-connectors",
            "{\"providerName\":\"%s\",\"connectorName\":\"%s\"}"
                .formatted(provider, Ids.shortId()));
    assertEquals(200, made.status(), made.text());
    return made.json().get("id").asText();
  }

  private String application(String type, String more) {
    String addresses =
        type.equals("MachineToMachine")
            ? ""
            : ",\"oidcClientMetadata\":{\"redirectUris\":[\"https://a.example/back\"],\"postLogoutRedirectUris\":[]}";
    Answer made =
        api.post(
            "/api/applications",
            "{\"name\":\"a\",\"type\":\"%s\"%s%s}".formatted(type, addresses, more));
    assertEquals(200, made.status(), made.text());
    return made.json().get("id").asText();
  }
}
