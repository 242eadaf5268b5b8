package io.gatehouse.hook.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes every call of the Management API that is an event, and reads what the receiver is told. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class CallEventsApiTest {
  /** What every event of a call tells of the call. */
  private static final List<String> CALL =
      List.of(
          "event",
          "createdAt",
          "userAgent",
          "ip",
          "path",
          "method",
          "status",
          "params",
          "matchedRoute");

  /** call | route | body | event | members after those of the call; `data` is what was answered. */
  private static final String TABLE =
      """
      POST /users | /users | {"name":"n"} | User.Created | data
      PATCH /users/{user} | /users/:userId | {"name":"n"} | User.Data.Updated | data
      PATCH /users/{user}/custom-data | /users/:userId/custom-data | {"customData":{"a":1}} | User.Data.Updated | data
      PATCH /users/{user}/profile | /users/:userId/profile | {"profile":{"nickname":"n"}} | User.Data.Updated | data
      PATCH /users/{user}/password | /users/:userId/password | {"password":"nine-Loud_cranes"} | User.Data.Updated | data
      PATCH /users/{user}/is-suspended | /users/:userId/is-suspended | {"isSuspended":true} | User.SuspensionStatus.Updated | data
      DELETE /users/{user} | /users/:userId | | User.Deleted | person
      POST /roles | /roles | {"name":"{new}","description":"d"} | Role.Created | data
      POST /roles | /roles | {"name":"{new}","description":"d","scopeIds":["{scope}"]} | Role.Scopes.Updated | roleId scopes
      PATCH /roles/{role} | /roles/:id | {"description":"e"} | Role.Data.Updated | data
      DELETE /roles/{role} | /roles/:id | | Role.Deleted |
      POST /roles/{role}/scopes | /roles/:id/scopes | {"scopeIds":["{scope}"]} | Role.Scopes.Updated | data
      DELETE /roles/{role}/scopes/{linked} | /roles/:id/scopes/:scopeId | | Role.Scopes.Updated |
      POST /resources/{resource}/scopes | /resources/:resourceId/scopes | {"name":"{new}","description":"d"} | Scope.Created | data
      PATCH /resources/{resource}/scopes/{scope} | /resources/:resourceId/scopes/:scopeId | {"description":"e"} | Scope.Data.Updated | data
      DELETE /resources/{resource}/scopes/{scope} | /resources/:resourceId/scopes/:scopeId | | Scope.Deleted |
      POST /organizations | /organizations | {"name":"n"} | Organization.Created | data
      PATCH /organizations/{organization} | /organizations/:id | {"name":"m"} | Organization.Data.Updated | data
      DELETE /organizations/{organization} | /organizations/:id | | Organization.Deleted |
      POST /organizations/{organization}/users | /organizations/:id/users | {"userIds":["{user}"]} | Organization.Membership.Updated | organizationId addedUserIds
      PUT /organizations/{organization}/users | /organizations/:id/users | {"userIds":["{user}"]} | Organization.Membership.Updated | organizationId addedUserIds removedUserIds
      DELETE /organizations/{organization}/users/{member} | /organizations/:id/users/:userId | | Organization.Membership.Updated | organizationId removedUserIds
      POST /organizations/{organization}/applications | /organizations/:id/applications | {"applicationIds":["{machine}"]} | Organization.Membership.Updated | organizationId addedApplicationIds
      PUT /organizations/{organization}/applications | /organizations/:id/applications | {"applicationIds":["{machine}"]} | Organization.Membership.Updated | organizationId addedApplicationIds removedApplicationIds
      DELETE /organizations/{organization}/applications/{joined} | /organizations/:id/applications/:applicationId | | Organization.Membership.Updated | organizationId removedApplicationIds
      PUT /organization-invitations/{invitation}/status | /organization-invitations/:id/status | {"status":"Accepted","acceptedUserId":"{invitee}"} | Organization.Membership.Updated | organizationId addedUserIds
      POST /organization-roles | /organization-roles | {"name":"{new}"} | OrganizationRole.Created | data
      POST /organization-roles | /organization-roles | {"name":"{new}","organizationScopeIds":["{organizationScope}"]} | OrganizationRole.Scopes.Updated | organizationRoleId
      PATCH /organization-roles/{organizationRole} | /organization-roles/:id | {"description":"e"} | OrganizationRole.Data.Updated | data
      DELETE /organization-roles/{organizationRole} | /organization-roles/:id | | OrganizationRole.Deleted |
      POST /organization-roles/{organizationRole}/scopes | /organization-roles/:id/scopes | {"organizationScopeIds":["{organizationScope}"]} | OrganizationRole.Scopes.Updated |
      PUT /organization-roles/{organizationRole}/scopes | /organization-roles/:id/scopes | {"organizationScopeIds":[]} | OrganizationRole.Scopes.Updated |
      DELETE /organization-roles/{organizationRole}/scopes/{given} | /organization-roles/:id/scopes/:organizationScopeId | | OrganizationRole.Scopes.Updated |
      POST /organization-scopes | /organization-scopes | {"name":"{new}"} | OrganizationScope.Created | data
      PATCH /organization-scopes/{organizationScope} | /organization-scopes/:id | {"description":"e"} | OrganizationScope.Data.Updated | data
      DELETE /organization-scopes/{organizationScope} | /organization-scopes/:id | | OrganizationScope.Deleted |
      """;

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  @Inject ApiClients clients;
  private final HookReceiver receiver = new HookReceiver();
  private ApiClient api;
  private String hook = "";

  private record Line(String call, String route, String body, String event, List<String> members) {
    static Line of(String text) {
      List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
      List<String> members =
          cells.get(4).isEmpty() ? List.of() : List.of(cells.get(4).split("\\s+"));
      return new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), members);
    }

    String method() {
      return call.substring(0, call.indexOf(' '));
    }

    String path() {
      return call.substring(call.indexOf(' ') + 1);
    }
  }

  @BeforeEach
  void listenToEverything() {
    api = clients.management();
    hook =
        id(
            api.post(
                "/api/hooks",
                "{\"events\":%s,\"config\":{\"url\":\"%s\"}}"
                    .formatted(JsonCodec.text(HookEvent.values()), receiver.url())));
  }

  @AfterEach
  void close() {
    api.delete("/api/hooks/" + hook);
    receiver.close();
  }

  @Test
  void everyCallOfTheTableTellsWhatTheConventionSays() {
    List<String> wrong = new ArrayList<>();
    for (Line line : TABLE.lines().map(Line::of).toList()) {
      Map<String, String> things = things();
      String path = filled(line.path(), things);
      String body = line.body().isEmpty() ? null : filled(line.body(), things);
      Answer answer =
          body == null
              ? api.send(line.method(), "/api" + path, null)
              : api.send(line.method(), "/api" + path, body, "Content-Type", "application/json");
      assertTrue(answer.status() < 300, line.call() + ": " + answer.text());
      JsonNode told =
          receiver
              .await(each ->
                  each.event().equals(line.event())
                      && each.json().path("path").asText().equals(path)
                      && each.json().path("method").asText().equals(line.method())
                      && (!line.event().endsWith(".Created")
                          || each.json().at("/data/id").equals(answer.json().get("id"))))
              .json();
      String problem = judge(line, answer, told);
      if (!problem.isEmpty()) {
        wrong.add(line.call() + " → " + line.event() + ": " + problem);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String judge(Line line, Answer answer, JsonNode told) {
    List<String> expected = new ArrayList<>(CALL);
    for (String member : line.members()) {
      expected.add(member.equals("person") || member.equals("scopes") ? "data" : member);
    }
    expected.add("hookId");
    List<String> members = told.properties().stream().map(Map.Entry::getKey).toList();
    if (!Set.copyOf(members).equals(Set.copyOf(expected))) {
      return "members " + members + " instead of " + expected;
    }
    if (told.get("status").asInt() != answer.status()
        || !told.get("matchedRoute").asText().equals(line.route())) {
      return told.toString();
    }
    if (line.members().contains("data") && !told.get("data").equals(answer.json())) {
      return "data " + told.get("data") + " instead of " + answer.text();
    }
    if (line.members().contains("person") && told.get("data").size() != 15) {
      return "not the fifteen members of a person: " + told.get("data");
    }
    return "";
  }

  /** The settings of a person are told without the call, and with the whole person. */
  @Test
  void aPersonsSettingsAreToldWithoutTheCall() {
    Map<String, String> things = things();
    api.patch(
        "/api/users/" + things.get("user") + "/logto-configs", "{\"mfa\":{\"skipped\":true}}");
    JsonNode told =
        receiver
            .await(each ->
                each.event().equals("User.Data.Updated")
                    && each.json().at("/data/id").asText().equals(things.get("user")))
            .json();
    assertEquals(
        List.of("event", "createdAt", "userAgent", "ip", "data", "hookId"),
        told.properties().stream().map(Map.Entry::getKey).toList());
    assertEquals(15, told.get("data").size());
  }

  @Test
  void noCallIsLeftOut() {
    Set<String> shown =
        TABLE
            .lines()
            .map(Line::of)
            .map(line -> line.method() + " " + line.route())
            .collect(Collectors.toCollection(TreeSet::new));
    shown.add("PATCH /users/:userId/logto-configs");
    Set<String> all =
        DataRoutes.ALL.stream()
            .map(route -> route.method() + " " + route.pattern())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, shown);
  }

  /** What the calls are about, new each time. */
  private Map<String, String> things() {
    String name = "n" + Ids.shortId();
    String resource =
        made("/api/resources", "{\"name\":\"r\",\"indicator\":\"https://%s.example\"}", name);
    String scopes = "/api/resources/" + resource + "/scopes";
    String scope = made(scopes, "{\"name\":\"%s\",\"description\":\"d\"}", name);
    String linked = made(scopes, "{\"name\":\"%s\",\"description\":\"d\"}", "l" + name);
    String role =
        made(
            "/api/roles",
            "{\"name\":\"%s\",\"description\":\"d\",\"scopeIds\":[\"" + linked + "\"]}",
            name);
    String user = made("/api/users", "{}", "");
    String member = made("/api/users", "{}", "");
    String invitee = made("/api/users", "{\"primaryEmail\":\"%s@example.org\"}", name);
    String machine = made("/api/applications", MACHINE, name);
    String joined = made("/api/applications", MACHINE, name);
    String organization = made("/api/organizations", "{\"name\":\"%s\"}", name);
    String of = "/api/organizations/" + organization;
    api.post(of + "/users", "{\"userIds\":[\"" + member + "\"]}");
    api.post(of + "/applications", "{\"applicationIds\":[\"" + joined + "\"]}");
    String given = made("/api/organization-scopes", "{\"name\":\"%s\"}", "g" + name);
    String organizationRole =
        made(
            "/api/organization-roles",
            "{\"name\":\"%s\",\"organizationScopeIds\":[\"" + given + "\"]}",
            name);
    String invitation =
        made(
            "/api/organization-invitations",
            "{\"organizationId\":\""
                + organization
                + "\",\"invitee\":\"%s@example.org\",\"messagePayload\":false,\"expiresAt\":"
                + (System.currentTimeMillis() + 600_000)
                + "}",
            name);
    return Map.ofEntries(
        Map.entry("new", "new" + name),
        Map.entry("resource", resource),
        Map.entry("scope", scope),
        Map.entry("linked", linked),
        Map.entry("role", role),
        Map.entry("user", user),
        Map.entry("member", member),
        Map.entry("invitee", invitee),
        Map.entry("machine", machine),
        Map.entry("joined", joined),
        Map.entry("organization", organization),
        Map.entry("given", given),
        Map.entry("organizationRole", organizationRole),
        Map.entry(
            "organizationScope", made("/api/organization-scopes", "{\"name\":\"%s\"}", "o" + name)),
        Map.entry("invitation", invitation));
  }

  private static final String MACHINE = "{\"name\":\"%s\",\"type\":\"MachineToMachine\"}";

  private String made(String path, String body, String name) {
    Answer answer = api.post(path, body.formatted(name));
    assertTrue(answer.status() < 300, path + ": " + answer.text());
    return id(answer);
  }

  private static String filled(String text, Map<String, String> things) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(things.getOrDefault(found.group(1), found.group())));
  }

  private static String id(Answer answer) {
    return answer.json().get("id").asText();
  }
}
