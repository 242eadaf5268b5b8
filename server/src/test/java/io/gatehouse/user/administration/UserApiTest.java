package io.gatehouse.user.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class UserApiTest {
  private static final String USERS = "/api/users";
  @Inject ApiClients clients;
  @Inject Sessions sessions;
  @Inject Db db;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private JsonNode create(String body) {
    Answer made = api.post(USERS, body);
    assertEquals(200, made.status(), made.text());
    return made.json();
  }

  private String path(JsonNode user) {
    return USERS + "/" + user.get("id").asText();
  }

  private static String name() {
    return "n" + Ids.shortId();
  }

  private static String phone() {
    return "1415555" + ThreadLocalRandom.current().nextInt(1000, 9999);
  }

  @Test
  void anEmptyPersonHasEveryMember() {
    JsonNode user = create("{}");
    assertEquals(
        List.of(
            "id",
            "username",
            "primaryEmail",
            "primaryPhone",
            "name",
            "avatar",
            "customData",
            "identities",
            "lastSignInAt",
            "createdAt",
            "updatedAt",
            "profile",
            "applicationId",
            "cimdClientId",
            "isSuspended",
            "hasPassword"),
        StreamSupport.stream(((Iterable<String>) user::fieldNames).spliterator(), false).toList());
    assertEquals(12, user.get("id").asText().length());
    assertFalse(user.get("hasPassword").asBoolean());
    assertEquals(user, api.get(path(user)).json());
  }

  @Test
  void aPersonIsMadeReadChangedAndDeleted() {
    String name = name();
    JsonNode user =
        create(
            """
            {"username":"%s","primaryEmail":"%s@Example.com","password":"p","name":"Anne","avatar":"https://a/b.png",
             "customData":{"a":1},"profile":{"givenName":"Anne","address":{"country":"PT"},"unknown":1}}
            """
                .formatted(name, name));
    assertEquals(name + "@Example.com", user.get("primaryEmail").asText());
    assertTrue(user.get("hasPassword").asBoolean());
    assertEquals(
        "{\"address\":{\"country\":\"PT\"},\"givenName\":\"Anne\"}",
        user.get("profile").toString());
    Answer changed =
        api.patch(
            path(user),
            "{\"name\":\"\",\"avatar\":null,\"customData\":{\"b\":2},\"isSuspended\":true}");
    assertEquals(200, changed.status(), changed.text());
    assertTrue(changed.json().get("name").isNull());
    assertTrue(changed.json().get("avatar").isNull());
    assertFalse(changed.json().get("isSuspended").asBoolean());
    assertEquals("{\"b\":2}", changed.json().get("customData").toString());
    assertEquals(name, changed.json().get("username").asText());
    assertTrue(changed.json().get("updatedAt").asLong() >= user.get("updatedAt").asLong());
    assertEquals("entity.invalid_input", api.patch(path(user), "{}").code());
    assertEquals(204, api.delete(path(user)).status());
    for (Answer missing :
        List.of(
            api.get(path(user)),
            api.patch(path(user), "{}"),
            api.delete(path(user)),
            api.get(path(user) + "/custom-data"),
            api.patch(path(user) + "/is-suspended", "{\"isSuspended\":true}"),
            api.get(path(user) + "/has-password"))) {
      assertEquals(404, missing.status());
      assertEquals("entity.not_found", missing.code());
    }
  }

  @Test
  void identifiersBelongToOnePersonEach() {
    String name = name();
    String phone = phone();
    JsonNode first =
        create(
            "{\"username\":\"%s\",\"primaryEmail\":\"%s@b.co\",\"primaryPhone\":\"%s\"}"
                .formatted(name, name, phone));
    JsonNode other = create("{}");
    String all =
        "{\"username\":\"%s\",\"primaryEmail\":\"%s@B.CO\",\"primaryPhone\":\"%s\"}"
            .formatted(name, name, phone);
    assertEquals("user.username_already_in_use", api.post(USERS, all).code());
    assertEquals("user.email_already_in_use", api.patch(path(other), all).code());
    assertEquals(200, api.patch(path(first), all).status());
    Answer byPhone = api.patch(path(other), "{\"primaryPhone\":\"" + phone + "\"}");
    assertEquals(422, byPhone.status());
    assertEquals("user.phone_already_in_use", byPhone.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"username\":\"1a\"} | 400 | guard.invalid_input",
        "{\"username\":\"\"} | 400 | guard.invalid_input",
        "{\"username\":\"a\\n\"} | 400 | guard.invalid_input",
        "{\"primaryEmail\":\"a@b\"} | 400 | guard.invalid_input",
        "{\"primaryEmail\":\"a @b.c\"} | 400 | guard.invalid_input",
        "{\"primaryPhone\":\"+1415\"} | 400 | guard.invalid_input",
        "{\"avatar\":\"no url\"} | 400 | guard.invalid_input",
        "{\"password\":\"\"} | 400 | guard.invalid_input",
        "{\"passwordDigest\":\"x\",\"passwordAlgorithm\":\"ROT13\"} | 400 | guard.invalid_input",
        "{\"profile\":{\"givenName\":1}} | 400 | guard.invalid_input",
        "{\"password\":\"a\",\"passwordDigest\":\"x\"} | 400 | user.password_and_digest",
        "{\"passwordDigest\":\"x\"} | 400 | user.password_algorithm_required",
        "{\"passwordDigest\":\"x\",\"passwordAlgorithm\":\"Legacy\"} | 400 | password.invalid_legacy_password_format",
        "{\"primaryPhone\":\"1\"} | 422 | user.invalid_phone",
      })
  void whatDoesNotFitIsRefused(String body, int status, String code) {
    Answer answer = api.post(USERS, body);
    assertEquals(status, answer.status(), answer.text());
    assertEquals(code, answer.code());
  }

  @Test
  void aTextLongerThanItsColumnIsRefused() {
    Answer answer = api.post(USERS, "{\"name\":\"" + "x".repeat(129) + "\"}");
    assertEquals(422, answer.status());
    assertEquals("entity.value_too_long", answer.code());
    assertEquals(
        "value too long for type character varying(128)",
        answer.json().at("/data/message").asText());
  }

  @Test
  void thePhoneNumberIsStoredWithoutTheZeroOfItsCountry() {
    assertEquals(
        "493012345678",
        create("{\"primaryPhone\":\"49030" + "12345678\"}").get("primaryPhone").asText());
  }

  @Test
  void customDataAndProfileAreMerged() {
    JsonNode user = create("{\"customData\":{\"a\":{\"x\":1}},\"profile\":{\"gender\":\"f\"}}");
    assertEquals("{\"a\":{\"x\":1}}", api.get(path(user) + "/custom-data").text());
    Answer data = api.patch(path(user) + "/custom-data", "{\"customData\":{\"a\":{\"y\":1}}}");
    assertEquals("{\"a\":{\"y\":1}}", data.text());
    assertEquals("guard.invalid_input", api.patch(path(user) + "/custom-data", "{\"a\":1}").code());
    Answer profile = api.patch(path(user) + "/profile", "{\"profile\":{\"locale\":\"pt\"}}");
    assertEquals("{\"gender\":\"f\",\"locale\":\"pt\"}", profile.text());
  }

  @Test
  void whoIsSuspendedLosesTheirSessions() {
    JsonNode user = create("{}");
    var begun =
        sessions.begin(
            new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001")),
            new Sessions.SignedIn(
                user.get("id").asText(),
                Instant.now(),
                List.of("pwd"),
                new Sessions.Device(null, null),
                new Sessions.How("demo-app", null)),
            null);
    assertTrue(sessions.find(TenantId.DEFAULT, begun.secret()).isPresent());
    Answer answer = api.patch(path(user) + "/is-suspended", "{\"isSuspended\":true}");
    assertTrue(answer.json().get("isSuspended").asBoolean());
    assertFalse(sessions.find(TenantId.DEFAULT, begun.secret()).isPresent());
    assertFalse(
        api.patch(path(user) + "/is-suspended", "{\"isSuspended\":false}")
            .json()
            .get("isSuspended")
            .asBoolean());
    assertFalse(sessions.find(TenantId.DEFAULT, begun.secret()).isPresent());
  }

  @Test
  void identitiesAreLinkedReadAndUnlinked() {
    JsonNode user = create("{}");
    long made = user.get("updatedAt").asLong();
    String identity = "{\"userId\":\"" + name() + "\",\"details\":{\"email\":\"a@b.c\"}}";
    Answer linked = api.put(path(user) + "/identities/github", identity);
    assertEquals(201, linked.status(), linked.text());
    assertEquals("{\"github\":" + identity + "}", linked.text());
    assertEquals(200, api.put(path(user) + "/identities/github", identity).status());
    assertEquals(
        "user.identity_already_in_use",
        api.put(path(create("{}")) + "/identities/github", identity).code());
    assertEquals(
        "{\"identity\":" + identity + "}", api.get(path(user) + "/identities/github").text());
    assertEquals(
        "{\"socialIdentities\":[{\"target\":\"github\",\"identity\":"
            + identity
            + "}],\"ssoIdentities\":[]}",
        api.get(path(user) + "/all-identities").text());
    Answer unlinked = api.delete(path(user) + "/identities/github");
    assertEquals(200, unlinked.status());
    assertTrue(unlinked.json().get("updatedAt").asLong() > made, unlinked.text());
    assertEquals("{}", unlinked.json().get("identities").toString());
    Answer missing = api.get(path(user) + "/identities/github");
    assertEquals(404, missing.status());
    assertEquals("user.identity_not_exist", missing.code());
    assertEquals("user.identity_not_exist", api.delete(path(user) + "/identities/github").code());
    assertEquals("entity.not_found", api.put(USERS + "/none/identities/github", identity).code());
  }

  @Test
  void peopleHaveRoles() {
    String path = path(create("{}")) + "/roles";
    String role = role("User");
    String other = role("User");
    Answer added = api.post(path, "{\"roleIds\":[\"" + role + "\"]}");
    assertEquals(201, added.status(), added.text());
    assertEquals(
        "{\"roleIds\":[\"%s\"],\"addedRoleIds\":[\"%s\"]}".formatted(role, role), added.text());
    assertEquals("[]", api.post(path, "{\"roleIds\":[]}").json().get("addedRoleIds").toString());
    assertEquals(
        "user.invalid_role_type",
        api.post(path, "{\"roleIds\":[\"" + role("MachineToMachine") + "\"]}").code());
    assertEquals("entity.not_exists_with_id", api.post(path, "{\"roleIds\":[\"none\"]}").code());
    assertEquals("1", api.get(path).header("Total-Number"));
    Answer replaced = api.put(path, "{\"roleIds\":[\"%s\",\"%s\"]}".formatted(other, other));
    assertEquals("{\"roleIds\":[\"" + other + "\"]}", replaced.text());
    assertEquals(other, api.get(path).json().get(0).get("id").asText());
    assertEquals("{\"roleIds\":[]}", api.put(path, "{\"roleIds\":[]}").text());
    assertEquals("entity.not_found", api.delete(path + "/" + role).code());
    api.post(path, "{\"roleIds\":[\"" + role + "\"]}");
    assertEquals(204, api.delete(path + "/" + role).status());
    assertEquals("entity.not_found", api.get(USERS + "/none/roles").code());
  }

  private String role(String type) {
    return api.post(
            "/api/roles",
            "{\"name\":\"%s\",\"description\":\"d\",\"type\":\"%s\"}"
                .formatted(Ids.standardId(), type))
        .json()
        .get("id")
        .asText();
  }

  @Test
  void theListIsSearchedAndPaged() {
    String word = name();
    JsonNode first = create("{\"name\":\"X %s Y\",\"username\":\"%s\"}".formatted(word, word));
    JsonNode second = create("{\"primaryEmail\":\"%s@it's.co\"}".formatted(word));
    assertEquals(
        List.of(second.get("id").asText(), first.get("id").asText()),
        ids("search=%25" + word + "%25"));
    assertEquals(List.of(first.get("id").asText()), ids("search.name=%25" + word + "%25"));
    assertEquals(
        List.of(first.get("id").asText()),
        ids("search.username=" + word.toUpperCase() + "&mode=exact"));
    assertEquals(
        List.of(),
        ids("search.username=" + word.toUpperCase() + "&mode=exact&isCaseSensitive=true"));
    assertEquals(
        List.of(second.get("id").asText()),
        ids("search.primaryEmail=%5E" + word + "@it's&mode=posix"));
    assertEquals(
        List.of(),
        ids("search.name=%25" + word + "%25&search.primary_email=%25" + word + "%25&joint=and"));
    Answer paged = api.get(USERS + "?search=%25" + word + "%25&page=2&page_size=1");
    assertEquals("2", paged.header("Total-Number"));
    assertEquals(1, paged.json().size());
    Answer beyond = api.get(USERS + "?search=%25" + word + "%25&page=9");
    assertEquals("[]", beyond.text());
    assertEquals("2", beyond.header("Total-Number"));
    String role = role("User");
    api.post(path(first) + "/roles", "{\"roleIds\":[\"" + role + "\"]}");
    assertEquals(
        List.of(second.get("id").asText()), ids("search=%25" + word + "%25&excludeRoleId=" + role));
    assertEquals("request.invalid_input", api.get(USERS + "?search.password=x").code());
    assertEquals(
        "request.invalid_input",
        api.get(USERS + "?excludeRoleId=a&excludeOrganizationId=b").code());
    assertEquals("guard.invalid_pagination", api.get(USERS + "?page_size=101").code());
    assertTrue(api.get(USERS + "?search=%5B&mode=posix").status() < 500);
  }

  private List<String> ids(String query) {
    Answer answer = api.get(USERS + "?" + query);
    assertEquals(200, answer.status(), answer.text());
    return StreamSupport.stream(answer.json().spliterator(), false)
        .map(user -> user.get("id").asText())
        .toList();
  }

  @Test
  void theTotalFollowsWhoComesAndGoes() {
    long before = total();
    JsonNode user = create("{}");
    assertEquals(before + 1, total());
    assertNull(api.get(USERS).json().get(0).get("passwordDigest"));
    api.delete(path(user));
    assertEquals(before, total());
    Answer beyond = api.get(USERS + "?page=100000");
    assertEquals(before, Long.parseLong(String.valueOf(beyond.header("Total-Number"))));
  }

  private long total() {
    return Long.parseLong(String.valueOf(api.get(USERS).header("Total-Number")));
  }

  @Test
  void anotherTenantsPeopleAreUnknown() {
    String id = Ids.shortId();
    db.update(
        TenantId.ADMIN,
        "insert into users (tenant_id, id, name, created_at, updated_at) values ('admin', ?, 'Alien', now(), now())",
        id);
    String path = USERS + "/" + id;
    assertEquals(404, api.get(path).status());
    assertEquals(404, api.patch(path, "{\"name\":\"x\"}").status());
    assertEquals(404, api.delete(path).status());
    assertEquals(404, api.put(path + "/identities/x", "{\"userId\":\"x\"}").status());
    assertEquals(404, api.post(path + "/roles", "{\"roleIds\":[]}").status());
    assertEquals(List.of(), ids("search=Alien"));
    assertEquals(List.of(), ids("search=%25&mode=exact&search.id=" + id));
    assertFalse(api.get(USERS + "?page_size=100").text().contains(id));
  }
}
