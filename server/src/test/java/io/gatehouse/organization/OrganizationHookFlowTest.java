package io.gatehouse.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OrganizationHookFlowTest {
  @Inject ApiClients clients;
  private final HookReceiver receiver = new HookReceiver();
  private ApiClient api;
  private String hook = "";

  @BeforeEach
  void listen() {
    api = clients.management();
    hook =
        id(
            api.post(
                "/api/hooks",
                """
                {"events":["Organization.Membership.Updated","OrganizationRole.Scopes.Updated"],
                 "config":{"url":"%s"}}
                """
                    .formatted(receiver.url())));
  }

  @AfterEach
  void close() {
    api.delete("/api/hooks/" + hook);
    receiver.close();
  }

  @Test
  void aMembershipTellsWhoReallyJoined() {
    String organization = id(api.post("/api/organizations", "{\"name\":\"hooked\"}"));
    String user = id(api.post("/api/users", "{}"));
    api.post(
        "/api/organizations/" + organization + "/users",
        "{\"userIds\":[\"%s\",\"%s\"]}".formatted(user, user));
    JsonNode told = receiver.await("Organization.Membership.Updated").json();
    assertEquals(organization, told.get("organizationId").asText());
    assertEquals("[\"" + user + "\"]", told.get("addedUserIds").toString());
    assertNull(told.get("removedUserIds"));
    assertNull(told.get("data"));
    assertEquals("/organizations/:id/users", told.get("matchedRoute").asText());
  }

  @Test
  void aRoleThatIsMadeWithScopesTellsOfThem() {
    String scope =
        id(api.post("/api/organization-scopes", "{\"name\":\"%s\"}".formatted(Ids.shortId())));
    String role =
        id(
            api.post(
                "/api/organization-roles",
                "{\"name\":\"%s\",\"organizationScopeIds\":[\"%s\"]}"
                    .formatted(Ids.shortId(), scope)));
    JsonNode told = receiver.await("OrganizationRole.Scopes.Updated").json();
    assertEquals(role, told.get("organizationRoleId").asText());
  }

  private static String id(ApiClient.Answer answer) {
    return answer.json().get("id").asText();
  }
}
