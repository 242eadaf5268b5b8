package io.gatehouse.account.me;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.holder.HeldRoles;
import io.gatehouse.access.role.holder.RoleHolder;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MeAdministratorsApiTest {
  private static final String PATH = "/me/administrators";
  private static final RoleId IN_CHARGE = new RoleId("default-admin-role");

  @Inject ApiClients clients;
  @Inject People people;
  @Inject HeldRoles roles;
  @Inject Users users;
  @Inject PasswordHasher hasher;
  private final List<String> made = new ArrayList<>();
  private User keeper;
  private ApiClient api;

  @BeforeEach
  void putInCharge() {
    keeper = inCharge();
    api = clients.me(keeper.id());
  }

  @AfterEach
  void dismissAll() {
    made.forEach(id -> roles.remove(TenantId.ADMIN, new RoleHolder.User(id), IN_CHARGE));
  }

  private User inCharge() {
    User user = people.in(TenantId.ADMIN, People.username(), null);
    roles.add(TenantId.ADMIN, new RoleHolder.User(user.id()), List.of(IN_CHARGE.value()));
    made.add(user.id());
    return user;
  }

  private static String body(String username, String password) {
    return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
  }

  private List<String> idsSeenBy(ApiClient client) {
    List<String> ids = new ArrayList<>();
    client.get(PATH).json().forEach(each -> ids.add(each.get("id").asText()));
    return ids;
  }

  private boolean holds(String id) {
    return roles.holds(TenantId.ADMIN, new RoleHolder.User(id), IN_CHARGE);
  }

  @Test
  void whoIsAddedIsInChargeAndSignsInWithThePassword() {
    String username = People.username();
    Answer added = api.post(PATH, body(username, People.PASSWORD));
    assertEquals(201, added.status(), added.text());
    JsonNode second = added.json();
    made.add(second.get("id").asText());
    assertEquals(username, second.get("username").asText());
    assertTrue(second.get("lastSignInAt").isNull());
    assertFalse(added.text().contains("assword"));
    var stored = users.forSignIn(TenantId.ADMIN, Identifier.username(username)).orElseThrow();
    assertTrue(hasher.verify(stored.password(), People.PASSWORD).matches());
    List<String> ids = idsSeenBy(clients.me(second.get("id").asText()));
    assertTrue(ids.containsAll(List.of(keeper.id(), second.get("id").asText())), ids.toString());
  }

  @Test
  void theTenantsAuditNamesWhoAddedAndWhoRemoved() {
    String id = api.post(PATH, body(People.username(), People.PASSWORD)).json().get("id").asText();
    assertEquals(204, api.delete(PATH + "/" + id).status());
    JsonNode records = clients.management().get("/api/audit-records?subjectId=" + id).json();
    assertEquals(2, records.size(), records.toString());
    assertEquals("administrator.deleted", records.at("/0/action").asText());
    assertEquals("administrator.created", records.at("/1/action").asText());
    assertEquals(keeper.id(), records.at("/0/actor/id").asText());
    assertFalse(records.toString().contains(People.PASSWORD));
  }

  @Test
  void whatTheAdminTenantDoesNotTakeIsRefused() {
    assertEquals("guard.invalid_input", api.post(PATH, "{\"username\":\"a\"}").code());
    assertEquals(
        "user.username_starts_with_number", api.post(PATH, body("1a", People.PASSWORD)).code());
    assertEquals("password.rejected", api.post(PATH, body(People.username(), "a")).code());
    assertEquals(
        "user.username_already_in_use",
        api.post(PATH, body(String.valueOf(keeper.username()), People.PASSWORD)).code());
  }

  @Test
  void whoIsRemovedIsGoneAndTheirTokenCountsNoMore() {
    User other = inCharge();
    ApiClient theirs = clients.me(other.id());
    assertEquals(204, api.delete(PATH + "/" + other.id()).status());
    assertTrue(users.find(TenantId.ADMIN, other.id()).isEmpty());
    assertFalse(idsSeenBy(api).contains(other.id()));
    assertEquals(403, theirs.get(PATH).status());
    assertEquals(403, theirs.post(PATH, body(People.username(), People.PASSWORD)).status());
    assertEquals(403, theirs.delete(PATH + "/" + keeper.id()).status());
    assertTrue(holds(keeper.id()));
    assertEquals(404, api.delete(PATH + "/" + other.id()).status());
  }

  @Test
  void nobodyRemovesThemself() {
    Answer refused = api.delete(PATH + "/" + keeper.id());
    assertEquals(400, refused.status());
    assertEquals("user.cannot_delete_self", refused.code());
    assertTrue(holds(keeper.id()));
  }

  @Test
  void accountsThatAreNotInChargeAreNotAdministratedHere() {
    User guest = people.in(TenantId.ADMIN, People.username(), null);
    ApiClient theirs = clients.me(guest.id());
    assertEquals(403, theirs.get(PATH).status());
    assertEquals(403, theirs.post(PATH, body(People.username(), People.PASSWORD)).status());
    assertEquals(403, theirs.delete(PATH + "/" + keeper.id()).status());
    assertEquals(404, api.delete(PATH + "/" + guest.id()).status());
    assertTrue(users.find(TenantId.ADMIN, guest.id()).isPresent());
    assertEquals(404, clients.management().get(PATH).status());
    assertEquals(401, clients.atAdmin(null).get(PATH).status());
  }

  @Test
  void ofSixteenInACircleWhoRemoveEachOtherSomebodyRemains() throws Exception {
    List<String> circle = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      circle.add(inCharge().id());
    }
    List<Callable<Integer>> attempts = new ArrayList<>();
    for (int i = 0; i < circle.size(); i++) {
      ApiClient one = clients.me(circle.get(i));
      String next = circle.get((i + 1) % circle.size());
      attempts.add(() -> one.delete(PATH + "/" + next).status());
    }
    int removed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(attempts)) {
        int status = answer.get();
        assertTrue(status == 204 || status == 403 || status == 404, "status " + status);
        removed += status == 204 ? 1 : 0;
      }
    }
    long left = circle.stream().filter(this::holds).count();
    assertEquals(circle.size() - removed, left);
    assertTrue(left > 0 && removed > 0, left + " left");
  }
}
