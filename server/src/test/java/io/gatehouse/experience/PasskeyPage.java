package io.gatehouse.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.user.User;
import org.jspecify.annotations.Nullable;

/** A page of one's own that asks for passkeys. */
final class PasskeyPage {
  static final String ROOT = "/api/experience";
  static final String KEYS = ROOT + "/verification/web-authn";

  private static final String SIGN_IN = ROOT + "/verification/sign-in-passkey/authentication";

  private final Browser browser;

  PasskeyPage(Browser browser) {
    this.browser = browser;
  }

  void begin(String event) {
    Seen begun = browser.api("PUT", ROOT, "{\"interactionEvent\":\"" + event + "\"}");
    assertEquals(204, begun.status(), begun.text());
  }

  void signedIn(User person) {
    Seen proved =
        post(
            ROOT + "/verification/password",
            "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
                .formatted(person.username(), People.PASSWORD));
    assertEquals(204, identify(proof(proved)).status());
  }

  JsonNode preflight() {
    Seen asked = post(ROOT + "/preflight/sign-in-passkey/authentication", null);
    assertEquals(200, asked.status(), asked.text());
    return asked.json().get("authenticationOptions");
  }

  Seen ask(@Nullable String username) {
    return post(
        SIGN_IN, "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"}}".formatted(username));
  }

  Seen shown(@Nullable String id, ObjectNode answer) {
    return answered(SIGN_IN + "/verify", id, answer);
  }

  Seen answered(String path, @Nullable String id, ObjectNode answer) {
    ObjectNode body = JsonCodec.object();
    if (id != null) {
      body.put("verificationId", id);
    }
    body.set("payload", answer);
    return post(path, body.toString());
  }

  static String proof(Seen answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json().get("verificationId").asText();
  }

  Seen identify(String proof) {
    return post(ROOT + "/identification", "{\"verificationId\":\"" + proof + "\"}");
  }

  Seen post(String path, @Nullable String json) {
    return browser.api("POST", path, json);
  }

  static JsonNode last(JsonNode state) {
    JsonNode records = state.get("verificationRecords");
    return records.get(records.size() - 1);
  }

  static String path(Seen done) {
    return done.json().get("redirectTo").asText().replace(Browser.ENDPOINT, "");
  }
}
