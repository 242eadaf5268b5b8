package io.gatehouse.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.user.User;
import org.jspecify.annotations.Nullable;

/** A sign-in page of somebody's own, which walks through the Experience API. */
final class CustomPage {
  private static final String API = "/api/experience";

  private Browser browser = new Browser();
  private String[] proxy = {};

  /** Its browsers come through a proxy that puts these headers on each request. */
  void by(String... headers) {
    proxy = headers;
  }

  /** Begins at the built-in application, in a browser in which nobody has signed in. */
  void begin(String event) {
    browser = new Browser();
    browser.by(proxy);
    browser.authorize();
    Seen begun = browser.api("PUT", API, "{\"interactionEvent\":\"" + event + "\"}");
    assertEquals(204, begun.status(), begun.text());
  }

  /** Shows the right password and becomes the person; nothing is submitted yet. */
  void identify(User person) {
    begin("SignIn");
    Seen proved =
        post(
            "/verification/password",
            "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
                .formatted(person.username(), People.PASSWORD));
    assertEquals(200, proved.status(), proved.text());
    Seen identified = post("/identification", "{\"verificationId\":\"" + id(proved) + "\"}");
    assertEquals(204, identified.status(), identified.text());
  }

  /** Makes an account; nothing is submitted yet. */
  String register() {
    String name = People.username();
    begin("Register");
    done(post("/profile", "{\"type\":\"username\",\"value\":\"" + name + "\"}"));
    done(post("/profile", "{\"type\":\"password\",\"value\":\"" + People.PASSWORD + "\"}"));
    Seen made = post("/identification", "{}");
    assertEquals(201, made.status(), made.text());
    return state().get("userId").asText();
  }

  /** Turns to another purpose. */
  Seen turn(String event) {
    return browser.api(
        "PUT", API + "/interaction-event", "{\"interactionEvent\":\"" + event + "\"}");
  }

  Seen submit() {
    return post("/submit", null);
  }

  /** Submits and returns to the provider. */
  void end() {
    Seen submitted = submit();
    assertEquals(200, submitted.status(), submitted.text());
    browser.follow(browser.get(submitted.json().get("redirectTo").asText()));
  }

  /** Submits and answers why that is refused. */
  String refusal() {
    return submit().code();
  }

  Seen post(String path, @Nullable String json) {
    return browser.api("POST", API + path, json);
  }

  /** Posts the members: names and values in turn. */
  Seen send(String path, String... members) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < members.length; i += 2) {
      json.append(i == 0 ? "" : ",").append("\"%s\":\"%s\"".formatted(members[i], members[i + 1]));
    }
    return post(path, json.append('}').toString());
  }

  JsonNode state() {
    return browser.api("GET", API + "/interaction", null).json();
  }

  static String id(Seen proof) {
    assertEquals(200, proof.status(), proof.text());
    return proof.json().get("verificationId").asText();
  }

  static void done(Seen seen) {
    assertEquals(204, seen.status(), seen.text());
  }
}
