package io.gatehouse.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.json.JsonCodec;
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

  @Test
  void aCustomizerIsTriedForReal() {
    String sample =
        "\"tokenType\":\"access-token\",\"token\":{\"aud\":\"x\"},\"context\":{\"user\":{\"name\":\"Ada\"}},\"environmentVariables\":{\"A\":\"b\"}";
    Answer answer =
        tried(
            sample,
            "const getCustomJwtClaims = ({token, context, environmentVariables: {A}}) => ({n: context.user.name, t: token.aud, A, gone: undefined})");
    assertEquals(200, answer.status(), answer.text());
    assertEquals("{\"n\":\"Ada\",\"t\":\"x\",\"A\":\"b\"}", answer.text());
    Answer failed = tried(sample, "const getCustomJwtClaims = () => { throw new TypeError('no') }");
    assertEquals(422, failed.status());
    assertEquals("jwt_customizer.general", failed.code());
    assertEquals("no", failed.json().at("/data/message").asText());
    assertEquals("TypeError", failed.json().at("/data/error/name").asText());
    assertEquals(422, tried(sample, "const getCustomJwtClaims = () => 1").status());
    assertEquals(422, tried(sample, "oops").status());
    Answer denied = tried(sample, "const getCustomJwtClaims = ({api}) => api.denyAccess('no')");
    assertEquals(403, denied.status());
    assertEquals(
        "{\"code\":\"AccessDenied\",\"message\":\"no\"}",
        denied.json().at("/data/error").toString());
    assertEquals(
        "guard.invalid_input",
        api.post(CUSTOMIZER + "/test", "{\"tokenType\":\"access-token\",\"script\":\"x\"}").code());
    assertEquals(
        "guard.invalid_input",
        tried("\"tokenType\":\"id-token\",\"token\":{},\"context\":{}", "x").code());
    Answer machine =
        tried(
            "\"tokenType\":\"client-credentials\",\"token\":{},\"context\":{},\"more\":1",
            "const getCustomJwtClaims = ({context}) => ({context})");
    assertEquals("{\"context\":{}}", machine.text());
  }

  private Answer tried(String sample, String script) {
    return api.post(
        CUSTOMIZER + "/test", "{" + sample + ",\"script\":" + JsonCodec.text(script) + "}");
  }

  @Test
  void anActionIsTriedForReal() {
    assertEquals(
        "{\"a\":1}", triedAction("const runAction = ({event}) => event", "{\"a\":1}").text());
    assertEquals("\"text\"", triedAction("const runAction = () => 'text'", "null").text());
    assertEquals("null", triedAction("const runAction = () => null", "[]").text());
    assertEquals(204, triedAction("const runAction = async () => {}", "1").status());
    Answer failed = triedAction("const runAction = () => { throw new Error('no') }", "1");
    assertEquals(422, failed.status());
    assertEquals("action.general", failed.code());
    assertEquals("no", failed.json().at("/data/message").asText());
    assertEquals(
        "guard.invalid_input",
        api.post(ACTIONS + "/test", "{\"script\":\"x\",\"actionType\":\"action.postSignIn\"}")
            .code());
  }

  private Answer triedAction(String script, String event) {
    return api.post(
        ACTIONS + "/test",
        "{\"actionType\":\"action.postSignIn\",\"event\":%s,\"script\":%s}"
            .formatted(event, JsonCodec.text(script)));
  }
}
