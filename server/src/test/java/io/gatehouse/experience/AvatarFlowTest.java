package io.gatehouse.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AvatarFlowTest {
  private static final String AVATAR = "/api/experience/user-assets/avatar";
  private static final String PICTURE = "GIF89a picture";

  private final Browser browser = new Browser();

  @Test
  void aNewcomerUploadsAPicture() {
    begin("Register");
    Seen kept = browser.upload(AVATAR, "me.gif", "image/gif", PICTURE);
    assertEquals(200, kept.status(), kept.text());
    Seen seen = browser.get(kept.json().get("url").asText());
    assertEquals("image/gif", seen.header("Content-Type"));
    assertEquals(PICTURE, seen.text());
  }

  @Test
  void itsContentDecidesWhetherItIsAPicture() {
    begin("Register");
    assertEquals(
        "guard.mime_type_not_allowed",
        browser.upload(AVATAR, "me.gif", "image/gif", "<html>").code());
    assertEquals(
        "guard.mime_type_not_allowed",
        browser.upload(AVATAR, "me.svg", "image/svg+xml", "<svg/>").code());
    assertEquals("guard.invalid_input", browser.api("POST", AVATAR, "{}").code());
  }

  @Test
  void onlyNewcomersUploadAndOnlyAFew() {
    assertEquals(
        "session.not_found", browser.upload(AVATAR, "me.gif", "image/gif", PICTURE).code());
    begin("SignIn");
    assertEquals(
        "session.invalid_interaction_type",
        browser.upload(AVATAR, "me.gif", "image/gif", PICTURE).code());
    begin("ForgotPassword");
    assertEquals(
        "session.not_supported_for_forgot_password",
        browser.upload(AVATAR, "me.gif", "image/gif", PICTURE).code());
    begin("Register");
    for (int i = 0; i < 10; i++) {
      assertEquals(200, browser.upload(AVATAR, "me.gif", "image/gif", PICTURE).status());
    }
    assertEquals(429, browser.upload(AVATAR, "me.gif", "image/gif", PICTURE).status());
  }

  private void begin(String event) {
    browser.authorize();
    Seen begun = browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"" + event + "\"}");
    assertEquals(204, begun.status(), begun.text());
  }
}
