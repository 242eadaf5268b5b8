package io.gatehouse.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
class ScriptApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private static final String CUSTOMIZER = "/api/configs/jwt-customizer";
  private static final String ACTIONS = "/api/configs/actions";

  @Test
  void aCustomizerIsWrittenChangedAndDeleted() {
    String path = CUSTOMIZER + "/access-token";
    api.delete(path);
    assertEquals("entity.not_exists_with_id", api.get(path).code());
    Answer made =
        api.put(
            path,
            "{\"script\":\"const getCustomJwtClaims = () => ({})\",\"environmentVariables\":{\"A\":\"b\"}}");
    assertEquals(201, made.status(), made.text());
    assertEquals(made.text(), api.get(path).text());
    assertEquals(200, api.put(path, "{\"script\":\"x\",\"blockIssuanceOnError\":true}").status());
    assertEquals("guard.invalid_input", api.patch(path, "{\"tokenSample\":{}}").code());
    Answer changed = api.patch(path, "{\"script\":\"y\",\"tokenSample\":{\"a\":1}}");
    assertEquals(
        "{\"script\":\"y\",\"blockIssuanceOnError\":true,\"tokenSample\":{\"a\":1}}",
        changed.text());
    assertEquals("jwt.accessToken", api.get(CUSTOMIZER).json().at("/0/key").asText());
    assertEquals("y", api.get(CUSTOMIZER).json().at("/0/value/script").asText());
    assertEquals(204, api.delete(path).status());
    assertEquals("entity.not_found", api.delete(path).code());
  }

  @Test
  void whatACustomizerDoesNotHaveIsRefused() {
    assertEquals(
        "unrecognized_keys",
        api.put(CUSTOMIZER + "/client-credentials", "{\"script\":\"x\",\"more\":1}")
            .json()
            .at("/data/issues/0/code")
            .asText());
    assertEquals("guard.invalid_input", api.get(CUSTOMIZER + "/id-token").code());
    assertEquals(
        "guard.invalid_input",
        api.put(CUSTOMIZER + "/access-token", "{\"script\":\"x\",\"contextSample\":{}}").code());
  }

  @Test
  void anActionIsWrittenChangedAndDeleted() {
    String path = ACTIONS + "/action.postSignIn";
    api.delete(path);
    assertEquals(404, api.patch(path, "{\"enabled\":true}").status());
    assertEquals(201, api.put(path, "{\"script\":\"x\"}").status());
    Answer changed = api.patch(path, "{\"enabled\":true,\"onExecutionError\":\"block\"}");
    assertEquals(
        "{\"script\":\"x\",\"enabled\":true,\"onExecutionError\":\"block\"}", changed.text());
    assertEquals("action.postSignIn", api.get(ACTIONS).json().at("/0/key").asText());
    assertEquals(204, api.delete(path).status());
    assertEquals("guard.invalid_input", api.get(ACTIONS + "/postSignIn").code());
  }
}
