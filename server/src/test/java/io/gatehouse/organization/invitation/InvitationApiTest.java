package io.gatehouse.organization.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class InvitationApiTest {
  private static final String PATH = "/api/organization-invitations";
  @Inject ApiClients clients;
  @Inject ServerClock clock;

  private ApiClient api;
  private String organization = "";

  @BeforeEach
  void signIn() {
    api = clients.management();
    organization = id(api.post("/api/organizations", "{\"name\":\"Bakers\"}"));
  }

  @AfterEach
  void rewind() {
    clock.reset();
  }

  @Test
  void anInvitationIsMadeReadAndDeleted() {
    String invitee = address();
    Answer made = invite(invitee, "");
    assertEquals(201, made.status(), made.text());
    JsonNode invitation = made.json();
    assertEquals(
        List.of(
            "tenantId",
            "id",
            "inviterId",
            "invitee",
            "acceptedUserId",
            "organizationId",
            "status",
            "createdAt",
            "updatedAt",
            "expiresAt",
            "organizationRoles"),
        invitation.properties().stream().map(member -> member.getKey()).toList());
    assertEquals("Pending", invitation.get("status").asText());
    String own = PATH + "/" + id(made);
    assertEquals(made.text(), api.get(own).text());
    assertEquals(
        id(made),
        api.get(PATH + "?invitee=" + invitee.toUpperCase(java.util.Locale.ROOT))
            .json()
            .get(0)
            .get("id")
            .asText());
    assertEquals(1, api.get(PATH + "?inviterId=&organizationId=" + organization).json().size());
    assertEquals("[]", api.get(PATH + "?inviterId=none&organizationId=" + organization).text());
    JsonNode uninvited = invite(address(), ",\"inviterId\":null").json();
    assertTrue(uninvited.get("inviterId").isNull(), uninvited.toString());
    assertEquals(204, api.delete(own).status());
    assertEquals("entity.not_found", api.get(own).code());
    assertEquals("entity.not_found", api.delete(own).code());
  }

  @Test
  void oneInvitationOfAnAddressIsPendingAtATime() {
    String invitee = address();
    String first = id(invite(invitee, ""));
    Answer second = invite(invitee, "");
    assertEquals(422, second.status());
    assertEquals("entity.unique_integrity_violation", second.code());
    clock.pass(Duration.ofMinutes(11));
    assertEquals("Expired", api.get(PATH + "/" + first).json().get("status").asText());
    assertEquals(201, invite(invitee, "").status());
    assertEquals("request.invalid_input", decide(first, "Revoked", null).code());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Answer past =
        api.post(
            PATH,
            "{\"invitee\":\"%s\",\"organizationId\":\"%s\",\"expiresAt\":1}"
                .formatted(address(), organization));
    assertEquals(400, past.status());
    assertEquals("request.invalid_input", past.code());
    assertNull(past.json().get("data"));
    assertEquals("guard.invalid_input", invite("no address", "").code());
    assertEquals("guard.invalid_input", invite(address(), ",\"messagePayload\":true").code());
    Answer unknown = invite(address(), ",\"organizationRoleIds\":[\"none\"]");
    assertEquals(422, unknown.status());
    assertEquals("entity.relation_foreign_key_not_found", unknown.code());
    assertEquals(
        "entity.relation_foreign_key_not_found",
        invite(address(), ",\"inviterId\":\"nobody\"").code());
    String member = address();
    join(user(member));
    Answer already = invite(member, "");
    assertEquals(422, already.status());
    assertEquals("request.invalid_input", already.code());
  }

  @Test
  void acceptingMakesAMemberWithTheRoles() {
    String invitee = address();
    String role =
        id(api.post("/api/organization-roles", "{\"name\":\"%s\"}".formatted(Ids.shortId())));
    String id =
        id(invite(invitee, ",\"organizationRoleIds\":[\"%s\",\"%s\"]".formatted(role, role)));
    assertEquals(role, api.get(PATH + "/" + id).json().at("/organizationRoles/0/id").asText());
    assertEquals("request.invalid_input", decide(id, "Accepted", null).code());
    assertEquals("request.invalid_input", decide("none", "Accepted", null).code());
    assertEquals("entity.not_found", decide("none", "Accepted", "nobody").code());
    assertEquals("guard.invalid_input", decide(id, "Pending", null).code());
    assertEquals("guard.invalid_input", decide(id, "Accepted", "u".repeat(22)).code());
    String status = PATH + "/" + id + "/status";
    Answer nobody = api.put(status, "{\"status\":\"Accepted\",\"acceptedUserId\":null}");
    assertEquals(422, nobody.status());
    assertEquals("request.invalid_input", nobody.code());
    assertEquals("entity.not_found", decide(id, "Accepted", "nobody").code());
    assertEquals("request.invalid_input", decide(id, "Accepted", user(address())).code());
    String user = user(invitee.toUpperCase(java.util.Locale.ROOT));
    Answer accepted = decide(id, "Accepted", user);
    assertEquals(200, accepted.status(), accepted.text());
    assertEquals("Accepted", accepted.json().get("status").asText());
    assertEquals(user, accepted.json().get("acceptedUserId").asText());
    assertEquals(accepted.text(), api.get(PATH + "/" + id).text());
    JsonNode member = api.get("/api/organizations/" + organization + "/users").json().get(0);
    assertEquals(user, member.get("id").asText());
    assertEquals(role, member.at("/organizationRoles/0/id").asText());
    Answer again = decide(id, "Accepted", user);
    assertEquals(422, again.status());
    assertEquals("request.invalid_input", again.code());
  }

  @Test
  void ofManyAnswersOneCounts() throws Exception {
    String invitee = address();
    String id = id(invite(invitee, ""));
    String user = user(invitee);
    List<Callable<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String status = i % 2 == 0 ? "Accepted" : "Revoked";
      answers.add(() -> decide(id, status, user).status());
    }
    int winners = 0;
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var each : threads.invokeAll(answers)) {
        winners += each.get() == 200 ? 1 : 0;
      }
    }
    assertEquals(1, winners);
    boolean accepted = "Accepted".equals(api.get(PATH + "/" + id).json().get("status").asText());
    assertEquals(
        accepted ? 1 : 0, api.get("/api/organizations/" + organization + "/users").json().size());
  }

  @Test
  void theMessageTellsWhoInvitesToWhat() {
    try (Mailbox mailbox = new Mailbox()) {
      Answer connector =
          api.post(
              "/api/connectors",
              "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
      try {
        String inviter = user(address());
        String invitee = address();
        Answer made =
            invite(
                invitee,
                ",\"inviterId\":\"%s\",\"messagePayload\":{\"link\":\"https://example.org/join\",\"extra\":1}"
                    .formatted(inviter));
        assertEquals(201, made.status(), made.text());
        JsonNode message = mailbox.received().getLast();
        assertEquals(invitee, message.get("to").asText());
        assertEquals("OrganizationInvitation", message.get("type").asText());
        assertEquals("Bakers", message.at("/payload/organization/name").asText());
        assertEquals(inviter, message.at("/payload/inviter/id").asText());
        assertEquals("https://example.org/join", message.at("/payload/link").asText());
        assertEquals(1, message.at("/payload/extra").asInt());
        Answer again = api.post(PATH + "/" + id(made) + "/message", "{\"link\":\"two\"}");
        assertEquals(204, again.status(), again.text());
        assertEquals("two", mailbox.received().getLast().at("/payload/link").asText());
        assertEquals(2, mailbox.received().size());
        assertEquals("entity.not_found", api.post(PATH + "/none/message", "{}").code());
      } finally {
        api.delete("/api/connectors/" + id(connector));
      }
    }
  }

  @Test
  void anInvitationWhoseMessageCannotLeaveIsNotMade() {
    Answer refused = invite(address(), ",\"messagePayload\":{}");
    assertEquals(501, refused.status());
    assertEquals("connector.not_found", refused.code());
    assertEquals("[]", api.get(PATH + "?organizationId=" + organization).text());
    assertTrue(invite(address(), ",\"messagePayload\":false").json().has("id"));
  }

  private Answer invite(String invitee, String more) {
    return api.post(
        PATH,
        "{\"invitee\":\"%s\",\"organizationId\":\"%s\",\"expiresAt\":%d%s}"
            .formatted(
                invitee, organization, clock.instant().plusSeconds(600).toEpochMilli(), more));
  }

  private Answer decide(
      String invitation, String status, @org.jspecify.annotations.Nullable String user) {
    String accepted = user == null ? "" : ",\"acceptedUserId\":\"" + user + "\"";
    return api.put(
        PATH + "/" + invitation + "/status", "{\"status\":\"%s\"%s}".formatted(status, accepted));
  }

  private String user(String email) {
    return id(api.post("/api/users", "{\"primaryEmail\":\"%s\"}".formatted(email)));
  }

  private void join(String user) {
    api.post(
        "/api/organizations/" + organization + "/users", "{\"userIds\":[\"%s\"]}".formatted(user));
  }

  private static String address() {
    return "guest-" + Ids.shortId() + "@example.org";
  }

  private static String id(Answer answer) {
    return answer.json().get("id").asText();
  }
}
