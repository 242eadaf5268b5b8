package io.gatehouse.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.crypto.Hmac;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.HookReceiver.Received;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class HookApiTest {
  @Inject ApiClients clients;
  private final HookReceiver receiver = new HookReceiver();
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @AfterEach
  void close() {
    api.get("/api/hooks")
        .json()
        .forEach(hook -> api.delete("/api/hooks/" + hook.get("id").asText()));
    receiver.close();
  }

  @Test
  void aHookIsMadeReadChangedAndDeleted() {
    Answer made =
        api.post(
            "/api/hooks",
            "{\"name\":\"n\",\"events\":[\"Role.Created\",\"Role.Created\"],\"config\":{\"url\":\"no URL\",\"x\":1}}");
    assertEquals(201, made.status(), made.text());
    String id = made.json().get("id").asText();
    assertEquals(
        List.of(
            "tenantId",
            "id",
            "name",
            "event",
            "events",
            "config",
            "signingKey",
            "enabled",
            "createdAt"),
        made.json().properties().stream().map(e -> e.getKey()).toList());
    assertEquals("[\"Role.Created\"]", made.json().get("events").toString());
    assertEquals("{\"url\":\"no URL\"}", made.json().get("config").toString());
    assertEquals(32, made.json().get("signingKey").asText().length());
    assertEquals(made.text(), api.get("/api/hooks/" + id).text());

    Answer changed =
        api.patch(
            "/api/hooks/" + id, "{\"config\":{\"url\":\"u\",\"retries\":3},\"enabled\":false}");
    assertEquals("{\"url\":\"u\",\"retries\":3}", changed.json().get("config").toString());
    assertFalse(changed.json().get("enabled").asBoolean());
    Answer rekeyed = api.patch("/api/hooks/" + id + "/signing-key", "");
    assertEquals(200, rekeyed.status(), rekeyed.text());
    assertNotEquals(made.json().get("signingKey"), rekeyed.json().get("signingKey"));

    assertEquals(422, api.patch("/api/hooks/" + id, "{}").status());
    assertEquals(400, api.patch("/api/hooks/" + id, "{\"events\":[]}").status());
    assertEquals(204, api.delete("/api/hooks/" + id).status());
    assertEquals("entity.not_found", api.delete("/api/hooks/" + id).code());
    assertEquals("entity.not_exists_with_id", api.get("/api/hooks/" + id).code());
    assertEquals("entity.not_exists", api.patch("/api/hooks/" + id, "{\"name\":\"m\"}").code());
    assertEquals("entity.not_exists", api.patch("/api/hooks/" + id + "/signing-key", "").code());
  }

  @Test
  void aHookSaysWhatItWantsToHear() {
    Answer none = api.post("/api/hooks", "{\"config\":{\"url\":\"u\"}}");
    assertEquals(400, none.status());
    assertEquals("hook.missing_events", none.code());
    assertEquals(
        "guard.invalid_input",
        api.post("/api/hooks", "{\"events\":[\"TrustedDevice.Used\"],\"config\":{\"url\":\"u\"}}")
            .code());
    Answer legacy = api.post("/api/hooks", "{\"event\":\"PostSignIn\",\"config\":{\"url\":\"u\"}}");
    assertEquals("[]", legacy.json().get("events").toString());
    assertEquals("", legacy.json().get("name").asText());
    Answer cleared =
        api.patch("/api/hooks/" + legacy.json().get("id").asText(), "{\"event\":null}");
    assertEquals(200, cleared.status(), cleared.text());
    assertTrue(cleared.json().get("event").isNull());
  }

  @Test
  void eventsLeaveAtOnceSignedAndAreLogged() {
    JsonNode hook = hook("Role.Created", "Role.Scopes.Updated", "Role.Deleted");
    String id = hook.get("id").asText();
    Answer role = api.post("/api/roles", "{\"name\":\"heard " + id + "\",\"description\":\"d\"}");
    Received told = receiver.await("Role.Created");
    JsonNode body = told.json();
    assertEquals(
        List.of(
            "event",
            "createdAt",
            "userAgent",
            "ip",
            "path",
            "method",
            "status",
            "params",
            "matchedRoute",
            "data",
            "hookId"),
        body.properties().stream().map(e -> e.getKey()).toList());
    assertEquals("/roles", body.get("path").asText());
    assertEquals("/roles", body.get("matchedRoute").asText());
    assertEquals("POST", body.get("method").asText());
    assertEquals(200, body.get("status").asInt());
    assertEquals("{}", body.get("params").toString());
    assertEquals(role.json(), body.get("data"));
    assertTrue(body.get("createdAt").asText().matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{3}Z"));
    assertEquals(id, body.get("hookId").asText());
    assertEquals(
        Hmac.sha256Hex(
            hook.get("signingKey").asText().getBytes(StandardCharsets.UTF_8),
            told.body().getBytes(StandardCharsets.UTF_8)),
        told.header("logto-signature-sha-256"));
    assertEquals("application/json", told.header("content-type"));
    assertEquals("own", told.header("x-own"));
    assertFalse(told.header("gatehouse-delivery-id").isEmpty());

    api.delete("/api/roles/" + role.json().get("id").asText());
    JsonNode deleted = receiver.await("Role.Deleted").json();
    assertFalse(deleted.has("data"));
    assertEquals(204, deleted.get("status").asInt());
    assertEquals("/roles/:id", deleted.get("matchedRoute").asText());
    assertEquals(role.json().get("id"), deleted.at("/params/id"));

    JsonNode log = logged(id, "TriggerHook.Role.Deleted");
    assertEquals("Success", log.at("/payload/result").asText());
    assertEquals(deleted, log.at("/payload/hookRequest/body"));
    assertEquals(200, log.at("/payload/response/statusCode").asInt());
    assertEquals("{\"seen\":true}", log.at("/payload/response/body").toString());
    assertFalse(log.has("tenantId"));
    assertEquals(200, api.get("/api/logs/" + log.get("id").asText()).status());
    assertEquals(
        "{\"successCount\":2,\"requestCount\":2}",
        api.get("/api/hooks/" + id + "?includeExecutionStats=false")
            .json()
            .get("executionStats")
            .toString());
    assertEquals("[]", api.get("/api/hooks/" + id + "/recent-logs?logKey=Other").text());
  }

  @Test
  void aRoleMadeWithScopesTellsOfThemFirst() {
    String resource =
        api.post("/api/resources", "{\"name\":\"r\",\"indicator\":\"https://hooks.example/a\"}")
            .json()
            .get("id")
            .asText();
    hook(
        "Scope.Created",
        "Scope.Data.Updated",
        "Scope.Deleted",
        "Role.Created",
        "Role.Scopes.Updated");
    JsonNode scope =
        api.post(
                "/api/resources/" + resource + "/scopes",
                "{\"name\":\"read\",\"description\":\"d\"}")
            .json();
    String scopeId = scope.get("id").asText();
    JsonNode made = receiver.await("Scope.Created").json();
    assertEquals(scope, made.get("data"));
    assertEquals(201, made.get("status").asInt());
    assertEquals("{\"resourceId\":\"" + resource + "\"}", made.get("params").toString());
    JsonNode role =
        api.post(
                "/api/roles",
                "{\"name\":\"with scopes\",\"description\":\"d\",\"scopeIds\":[\""
                    + scopeId
                    + "\"]}")
            .json();
    receiver.await("Role.Created");
    JsonNode scopes = receiver.await("Role.Scopes.Updated").json();
    assertEquals(role.get("id"), scopes.get("roleId"));
    assertEquals(scope, scopes.get("data").get(0));
    assertEquals("/roles", scopes.get("path").asText());
    List<String> order = receiver.received().stream().map(Received::event).toList();
    assertTrue(
        order.indexOf("Role.Scopes.Updated") < order.indexOf("Role.Created"), order.toString());
    api.delete("/api/roles/" + role.get("id").asText() + "/scopes/" + scopeId);
    JsonNode taken =
        receiver
            .await(r ->
                r.event().equals("Role.Scopes.Updated")
                    && r.json().get("method").asText().equals("DELETE"))
            .json();
    assertFalse(taken.has("data"));
    assertEquals("/roles/:id/scopes/:scopeId", taken.get("matchedRoute").asText());
    api.delete("/api/roles/" + role.get("id").asText());
    api.delete("/api/resources/" + resource);
  }

  @Test
  void whatHappensToPeopleIsTold() {
    hook("User.Created", "User.Data.Updated", "User.SuspensionStatus.Updated", "User.Deleted");
    JsonNode user = api.post("/api/users", "{\"name\":\"Ines\"}").json();
    String id = user.get("id").asText();
    assertEquals(user, receiver.await("User.Created").json().get("data"));
    api.patch("/api/users/" + id + "/custom-data", "{\"customData\":{\"a\":1}}");
    JsonNode updated = receiver.await("User.Data.Updated").json();
    assertEquals("{\"a\":1}", updated.get("data").toString());
    assertEquals("/users/:userId/custom-data", updated.get("matchedRoute").asText());
    assertEquals(id, updated.at("/params/userId").asText());
    api.patch("/api/users/" + id + "/is-suspended", "{\"isSuspended\":true}");
    assertTrue(
        receiver.await("User.SuspensionStatus.Updated").json().at("/data/isSuspended").asBoolean());
    api.delete("/api/users/" + id);
    JsonNode deleted = receiver.await("User.Deleted").json();
    assertEquals(15, deleted.get("data").size());
    assertEquals("Ines", deleted.at("/data/name").asText());
    assertEquals("/users/" + id, deleted.get("path").asText());
  }

  @Test
  void whoJoinsAndLeavesAnOrganizationIsTold() {
    hook(
        "Organization.Created",
        "Organization.Membership.Updated",
        "OrganizationRole.Created",
        "OrganizationRole.Scopes.Updated");
    JsonNode organization = api.post("/api/organizations", "{\"name\":\"o\"}").json();
    String id = organization.get("id").asText();
    assertEquals(organization, receiver.await("Organization.Created").json().get("data"));
    String user = api.post("/api/users", "{}").json().get("id").asText();
    api.post("/api/organizations/" + id + "/users", "{\"userIds\":[\"" + user + "\"]}");
    JsonNode joined = receiver.await("Organization.Membership.Updated").json();
    assertEquals(
        List.of(
            "event",
            "createdAt",
            "userAgent",
            "ip",
            "path",
            "method",
            "status",
            "params",
            "matchedRoute",
            "organizationId",
            "addedUserIds",
            "hookId"),
        joined.properties().stream().map(e -> e.getKey()).toList());
    assertEquals("[\"" + user + "\"]", joined.get("addedUserIds").toString());
    assertEquals("/organizations/:id/users", joined.get("matchedRoute").asText());
    api.delete("/api/organizations/" + id + "/users/" + user);
    JsonNode left = receiver.await(r -> r.json().has("removedUserIds")).json();
    assertEquals(id, left.get("organizationId").asText());
    assertEquals(204, left.get("status").asInt());
    String scope =
        api.post("/api/organization-scopes", "{\"name\":\"hooked " + id + "\"}")
            .json()
            .get("id")
            .asText();
    JsonNode role =
        api.post(
                "/api/organization-roles",
                "{\"name\":\"hooked " + id + "\",\"organizationScopeIds\":[\"" + scope + "\"]}")
            .json();
    assertEquals(role, receiver.await("OrganizationRole.Created").json().get("data"));
    JsonNode scopes = receiver.await("OrganizationRole.Scopes.Updated").json();
    assertEquals(role.get("id"), scopes.get("organizationRoleId"));
    assertFalse(scopes.has("data"));
    api.delete("/api/organizations/" + id);
    api.delete("/api/organization-roles/" + role.get("id").asText());
    api.delete("/api/organization-scopes/" + scope);
  }

  @Test
  void aFailedCallTellsNothingAndALegacyEventCounts() {
    JsonNode hook =
        api.post(
                "/api/hooks",
                "{\"event\":\"Role.Created\",\"config\":{\"url\":\"" + receiver.url() + "\"}}")
            .json();
    assertEquals(
        422,
        api.post("/api/roles", "{\"name\":\"#internal:admin\",\"description\":\"d\"}").status());
    JsonNode role =
        api.post("/api/roles", "{\"name\":\"heard alone\",\"description\":\"d\"}").json();
    receiver.await("Role.Created");
    assertEquals(1, receiver.received().size());
    api.delete("/api/roles/" + role.get("id").asText());
    assertEquals(
        201,
        api.post("/api/hooks", "{\"event\":\"Role.Deleted\",\"config\":" + hook.get("config") + "}")
            .status());
  }

  @Test
  void aTestSendsExamplesToTheConfigurationOfTheRequest() {
    String id = hook("Role.Created").get("id").asText();
    String trial = "{\"events\":[\"PostSignIn\",\"User.Created\"],\"config\":{\"url\":\"%s\"}}";
    assertEquals(
        204, api.post("/api/hooks/" + id + "/test", trial.formatted(receiver.url())).status());
    assertEquals("fake-session-id", receiver.await("PostSignIn").json().get("sessionId").asText());
    assertEquals(
        "{\"result\":\"success\"}", receiver.await("User.Created").json().get("data").toString());
    receiver.refuse(any -> true);
    Answer refused = api.post("/api/hooks/" + id + "/test", trial.formatted(receiver.url()));
    assertEquals("hook.endpoint_responded_with_error", refused.code());
    assertEquals(503, refused.json().at("/data/responseStatus").asInt());
    assertEquals("{\"seen\":true}", refused.json().at("/data/responseBody").asText());
    for (String url : List.of("no URL", "http://127.0.0.1:1/", "http://10.1.2.3/")) {
      Answer unsent = api.post("/api/hooks/" + id + "/test", trial.formatted(url));
      assertEquals(422, unsent.status());
      assertEquals("hook.send_test_payload_failed", unsent.code(), url);
    }
    assertEquals(
        "entity.not_exists_with_id",
        api.post("/api/hooks/nobody/test", trial.formatted("u")).code());
    assertEquals("[]", api.get("/api/hooks/" + id + "/recent-logs").text());
  }

  @Test
  void aDeliveryIsSentAgainByHandWithItsId() {
    String id = hook("Role.Created").get("id").asText();
    receiver.refuse(any -> true);
    JsonNode role = api.post("/api/roles", "{\"name\":\"again\",\"description\":\"d\"}").json();
    Received first = receiver.await("Role.Created");
    logged(id, "TriggerHook.Role.Created");
    JsonNode waiting = api.get("/api/hooks/" + id + "/deliveries?state=Waiting").json().get(0);
    assertEquals(503, waiting.get("lastStatus").asInt());
    assertEquals(first.json(), waiting.get("payload"));
    receiver.refuse(any -> false);
    Answer again =
        api.post(
            "/api/hooks/" + id + "/deliveries/" + waiting.get("id").asText() + "/redelivery", "");
    assertEquals(200, again.status(), again.text());
    Received second = receiver.await(r -> r.header("gatehouse-delivery-attempt").equals("2"));
    assertEquals(first.header("gatehouse-delivery-id"), second.header("gatehouse-delivery-id"));
    assertEquals(first.body(), second.body());
    assertEquals(404, api.post("/api/hooks/" + id + "/deliveries/nothing/redelivery", "").status());
    api.delete("/api/roles/" + role.get("id").asText());
  }

  private JsonNode hook(String... events) {
    Answer made =
        api.post(
            "/api/hooks",
            "{\"events\":%s,\"config\":{\"url\":\"%s\",\"headers\":{\"X-Own\":\"own\",\"Host\":\"evil\"}}}"
                .formatted(JsonCodec.text(events), receiver.url()));
    assertEquals(201, made.status(), made.text());
    return made.json();
  }

  private JsonNode logged(String hookId, String key) {
    for (int i = 0; i < 500; i++) {
      JsonNode logs = api.get("/api/hooks/" + hookId + "/recent-logs?logKey=" + key).json();
      if (!logs.isEmpty()) {
        return logs.get(0);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("not logged: " + key);
  }
}
