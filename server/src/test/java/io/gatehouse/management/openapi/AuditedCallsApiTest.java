package io.gatehouse.management.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes every call that changes something, and looks who the audit says it was. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AuditedCallsApiTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  /** They try something out, send it, or prove something, and change no setting. */
  private static final Set<String> NO_CHANGES =
      Set.of(
          "POST /authn/saml/{}",
          "POST /authn/single-sign-on/saml/{}",
          "POST /configs/actions/test",
          "POST /configs/jwt-customizer/test",
          "POST /connectors/{}/test",
          "POST /connectors/{}/authorization-uri",
          "POST /hooks/{}/test",
          "POST /hooks/{}/deliveries/{}/redelivery",
          "POST /one-time-tokens/verify",
          "POST /organization-invitations/{}/message",
          "POST /saml/{}/authn",
          "POST /sign-in-exp/default/check-password",
          "POST /sign-in-previews",
          "POST /users/{}/password/verify",
          "POST /verification-codes",
          "POST /verification-codes/verify");

  /** They need what is no JSON or what no administrator can make, or would change every token. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "DELETE /applications/{}/legacy-secret",
          "POST /applications/{}/protected-app-metadata/custom-domains",
          "DELETE /applications/{}/protected-app-metadata/custom-domains/{}",
          "POST /domains/cleanup",
          "POST /sign-in-exp/default/custom-ui-assets",
          "POST /signing-keys/rotate",
          "POST /user-assets",
          "DELETE /secrets/{}",
          "POST /sso-connectors/{}/signing-keys",
          "PATCH /sso-connectors/{}/signing-keys/{}",
          "DELETE /sso-connectors/{}/signing-keys/{}",
          "DELETE /users/{}/grants/{}",
          "POST /users/{}/identities",
          "DELETE /users/{}/sessions/{}",
          "DELETE /users/{}/trusted-devices/{}");

  /** What they change is a secret, which is masked before and after. */
  private static final Set<String> SAME_WHEN_MASKED = Set.of("PATCH /hooks/{}/signing-key");

  private static final Pattern SECRET =
      Pattern.compile(
          "\"(?:value|token|\\w*(?:[sS]ecret|[pP]assword|[aA]piKey|[sS]igningKey|[pP]rivateKey))\"\\s*:\\s*\"([^\"]{8,})\"");

  @Inject ApiClients clients;
  @Inject Db db;
  private final ApiCalls calls = ApiCalls.read();
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @AfterEach
  void tidy() {
    ApiCalls.tidy(api);
  }

  @Test
  void everyChangeLeavesOneRecordWithWhoAndFromWhereAndWhatItChanged() {
    List<String> wrong = new ArrayList<>();
    for (ApiCalls.Call call : calls.calls()) {
      if (!call.step().method().equals("GET")) {
        String found = faultOf(call);
        if (!found.isEmpty()) {
          wrong.add(call.step().label() + ": " + found);
        }
        if (call.step().path().startsWith("/domains")) {
          ApiCalls.tidy(api);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private String faultOf(ApiCalls.Call call) {
    ApiCalls.Things things = calls.new Things(api);
    String refused = things.prepare(call);
    if (!refused.isEmpty()) {
      return refused;
    }
    Answer answer = things.send(call.step());
    if (answer.status() >= 300) {
      return answer.status() + " " + answer.text();
    }
    List<Kept> kept = kept(answer);
    if (kept.size() != 1) {
      return kept.size() + " records";
    }
    // What is to stand in the DNS is for everybody.
    boolean open = call.step().path().startsWith("/domains");
    return kept.getFirst()
        .fault(call.step(), open ? Set.of() : secrets(call.step().body(), answer.text()));
  }

  /** What the call left in the audit. */
  private record Kept(String who, String action, @Nullable String before, @Nullable String after) {
    String fault(ApiCalls.Step step, Set<String> secrets) {
      String states = before + " " + after;
      if (!who.equals("Application:machine 127.0.0.1")) {
        return who;
      }
      if (secrets.stream().anyMatch(states::contains)) {
        return action + " tells a secret: " + states;
      }
      boolean right =
          switch (action.substring(action.lastIndexOf('.') + 1)) {
            case "created", "issued" -> before == null && after != null;
            case "deleted", "forgotten", "unlinked" -> before != null && after == null;
            case "linked" -> after != null && !after.equals(before);
            default ->
                before != null
                    && after != null
                    && (!before.equals(after) || SAME_WHEN_MASKED.contains(label(step)));
          };
      return right ? "" : action + ": " + states;
    }

    private static String label(ApiCalls.Step step) {
      return step.method() + " " + step.path().replaceAll("\\{[^}]*}", "{}");
    }
  }

  private List<Kept> kept(Answer answer) {
    return db.query(
        TENANT,
        "select * from audit_records where tenant_id = ? and request_id = ?",
        row ->
            new Kept(
                row.text("actor").replaceAll(".*\"kind\": \"(\\w+)\".*", "$1")
                    + ":"
                    + row.text("actor").replaceAll(".*\"id\": \"(\\w+)\".*", "$1")
                    + " "
                    + row.text("ip"),
                row.text("action"),
                row.textOrNull("before"),
                row.textOrNull("after")),
        TENANT,
        String.valueOf(answer.header("Logto-Core-Request-Id")));
  }

  /** The values of all members that hold a secret, of what was sent and answered. */
  private static Set<String> secrets(@Nullable String... bodies) {
    Set<String> secrets = new TreeSet<>();
    for (String body : bodies) {
      Matcher member = SECRET.matcher(String.valueOf(body));
      while (member.find()) {
        secrets.add(member.group(1));
      }
    }
    return secrets;
  }

  @Test
  void noChangeIsLeftOut() {
    Set<String> made =
        calls.calls().stream()
            .map(call -> call.step().method() + " " + call.step().path())
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Contract.Operation operation :
        Contract.operations(
                clients.anonymous().get("/api/.well-known/management.openapi.json").json())
            .values()) {
      String label =
          operation.method().toUpperCase(Locale.ROOT)
              + " "
              + operation.path().replaceFirst("^/api", "").replaceAll("\\{[^}]*}", "{}");
      if (!operation.method().equals("get")
          && !NO_CHANGES.contains(label)
          && !ELSEWHERE.contains(label)
          && made.stream().noneMatch(each -> matches(label, each))) {
        missing.add(label);
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** Whether the call is of the operation, with any segment in the place of a parameter. */
  private static boolean matches(String operation, String call) {
    String pattern = operation.replace("{}", "[^/]+");
    return call.replaceFirst("\\?.*", "").matches(pattern);
  }
}
