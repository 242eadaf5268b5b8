package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts of the tenant that have a say at sign-in. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ActionFlowTest {
  private static final String FIRST_FACTOR =
      "/api/configs/actions/action.postFirstFactorVerification";
  private static final String SIGN_IN = "/api/configs/actions/action.postSignIn";
  private static final String LEGACY =
      """
      const runAction = async ({ event, environmentVariables }) => {
        if (event.password !== environmentVariables.PASSWORD) return;
        return { user: { name: 'From ' + event.interactionEvent, customData: { had: event.user !== null, app: event.application.id } } };
      };
      """;

  @Inject ApiClients clients;
  @Inject People people;

  private ApiClient api;

  @BeforeEach
  void prepare() {
    api = clients.management();
  }

  @AfterEach
  void forget() {
    api.delete(FIRST_FACTOR);
    api.delete(SIGN_IN);
  }

  @Test
  void aPersonMovesInWithTheirPasswordAndSignsInWithoutTheScriptAfterwards() {
    action(FIRST_FACTOR, LEGACY, "\"environmentVariables\":{\"PASSWORD\":\"legacy-Horse-7\"}");
    String name = People.username();
    assertNull(signIn(name, "wrong-Horse-7"));
    assertNull(user(name));
    assertNotNull(signIn(name, "legacy-Horse-7"));
    JsonNode moved = user(name);
    assertNotNull(moved);
    assertEquals("From SignIn", moved.get("name").asText());
    assertEquals("{\"app\":\"demo-app\",\"had\":false}", sorted(moved.get("customData")));
    api.delete(FIRST_FACTOR);
    assertNotNull(signIn(name, "legacy-Horse-7"));
  }

  @Test
  void aKnownPersonGetsThePasswordThatTheScriptVouchesFor() {
    User known = people.anybody();
    action(FIRST_FACTOR, LEGACY, "\"environmentVariables\":{\"PASSWORD\":\"legacy-Horse-7\"}");
    assertNotNull(signIn(String.valueOf(known.username()), "legacy-Horse-7"));
    JsonNode changed = api.get("/api/users/" + known.id()).json();
    assertTrue(changed.at("/customData/had").asBoolean());
    api.delete(FIRST_FACTOR);
    assertNotNull(signIn(String.valueOf(known.username()), "legacy-Horse-7"));
    assertNull(signIn(String.valueOf(known.username()), People.PASSWORD));
  }

  @Test
  void aScriptCannotLetSomebodyInUnderAnotherNameOrIntoAnothersAccount() {
    User other = people.with(null, People.username() + "@actions.example");
    action(FIRST_FACTOR, "const runAction = () => ({ user: { username: 'somebody_else' } })", "");
    String name = People.username();
    assertNull(signIn(name, "any-Horse-7"));
    action(
        FIRST_FACTOR,
        "const runAction = () => ({ user: { primaryEmail: '%s' } })"
            .formatted(other.primaryEmail()),
        "");
    assertNull(signIn(name, "any-Horse-7"));
    assertNull(user(name));
  }

  @Test
  void aScriptThatIsOffOrFailsOrAnswersNonsenseLetsNobodyIn() {
    String name = People.username();
    String yes = "const runAction = () => ({ user: {} })";
    api.put(FIRST_FACTOR, "{\"script\":" + JsonCodec.text(yes) + "}");
    assertNull(signIn(name, "any-Horse-7"), "it is not switched on");
    for (String script :
        new String[] {
          "const runAction = () => { throw new Error('legacy is down') }",
          "const runAction = () => ({ user: { name: 7 } })",
          "const runAction = () => true",
          "const runAction = () => ({ user: null })",
          "const runAction = () => ({ users: {} })"
        }) {
      action(FIRST_FACTOR, script, "");
      assertNull(signIn(name, "any-Horse-7"), script);
    }
    assertNull(user(name));
    JsonNode logged =
        api.get("/api/logs?logKey=Action.PostFirstFactorVerification&page_size=100").json();
    assertTrue(logged.toString().contains("legacy is down"), logged.toString());
  }

  @Test
  void aScriptAddsToTheAccountOfWhoSignsIn() {
    User person = people.anybody();
    action(
        SIGN_IN,
        """
        const runAction = ({ event }) => ({
          user: { customData: { seen: (event.user.customData.seen ?? 0) + 1 }, username: 'not_this', profile: { nickname: 'N' } },
        });
        """,
        "");
    assertNotNull(signIn(String.valueOf(person.username()), People.PASSWORD));
    assertNotNull(signIn(String.valueOf(person.username()), People.PASSWORD));
    JsonNode after = api.get("/api/users/" + person.id()).json();
    assertEquals(2, after.at("/customData/seen").asInt(), after.toString());
    assertEquals("N", after.at("/profile/nickname").asText());
    assertEquals(person.username(), after.get("username").asText());
  }

  @Test
  void aFailureEndsTheSignInOnlyWhereTheTenantSaysSo() {
    User person = people.anybody();
    String broken = "const runAction = () => { throw new Error('broken') }";
    action(SIGN_IN, broken, "");
    assertNotNull(signIn(String.valueOf(person.username()), People.PASSWORD));
    action(SIGN_IN, broken, "\"onExecutionError\":\"block\"");
    assertNull(signIn(String.valueOf(person.username()), People.PASSWORD));
  }

  private void action(String path, String script, String more) {
    String body =
        "{\"enabled\":true,\"script\":"
            + JsonCodec.text(script)
            + (more.isEmpty() ? "" : "," + more)
            + "}";
    assertTrue(api.put(path, body).status() < 300);
  }

  /** The code that the sign-in ends with, or null when it does not. */
  private static @Nullable String signIn(String name, String password) {
    Browser browser = new Browser();
    browser.get(browser.authorize().location());
    Seen sent = browser.post("/sign-in?app_id=demo-app", "identifier", name, "password", password);
    return sent.location().isEmpty() ? null : browser.get(sent.location()).parameter("code");
  }

  private @Nullable JsonNode user(String name) {
    JsonNode found = api.get("/api/users?search.username=" + name + "&mode.username=exact").json();
    return found.isEmpty() ? null : found.get(0);
  }

  private static String sorted(JsonNode object) {
    return JsonCodec.text(
        new java.util.TreeMap<>(JsonCodec.mapper().convertValue(object, java.util.Map.class)));
  }
}
