package io.gatehouse.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's own sign-in pages, from the upload to a sign-in through them. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class CustomUiFlowTest {
  private static final String UPLOAD = "/api/sign-in-exp/default/custom-ui-assets";
  private static final String INDEX =
      "<!doctype html><title>Our own</title><script>start()</script><script src=\"/a.js\"></script>";

  @Inject ApiClients clients;
  @Inject People people;

  private final Browser browser = new Browser();
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @AfterEach
  void hostedAgain() {
    serve("null");
  }

  @Test
  void theIndexIsServedWhereThePagesOfASignInWouldBe() throws IOException {
    serve(own());
    Seen page = browser.follow(browser.authorize());
    assertEquals(200, page.status());
    assertEquals(INDEX, page.text());
    assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
    assertEquals("no-store", page.header("Cache-Control"));
    String policy = String.valueOf(page.header("Content-Security-Policy"));
    assertTrue(
        policy.contains("script-src 'self' 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00=';"),
        policy);
    assertEquals(INDEX, browser.get("/anything/of/ours?app_id=demo-app").text());
  }

  @Test
  void aSignInThroughTheExperienceApiEndsAtTheApplication() throws IOException {
    serve(own());
    String name = People.username();
    people.with(name, null);
    browser.follow(browser.authorize());
    assertEquals(
        204, browser.api("PUT", "/api/experience", "{\"interactionEvent\":\"SignIn\"}").status());
    Seen proved =
        browser.api(
            "POST",
            "/api/experience/verification/password",
            "{\"identifier\":{\"type\":\"username\",\"value\":\"%s\"},\"password\":\"%s\"}"
                .formatted(name, People.PASSWORD));
    assertEquals(200, proved.status(), proved.text());
    browser.api(
        "POST",
        "/api/experience/identification",
        "{\"verificationId\":\"%s\"}".formatted(proved.json().get("verificationId").asText()));
    Seen submitted = browser.api("POST", "/api/experience/submit", null);
    assertEquals(200, submitted.status(), submitted.text());
    Seen asked = browser.get(submitted.json().get("redirectTo").asText());
    assertTrue(asked.location().startsWith("/consent"), asked.location());
    Seen allowed = browser.get(asked.location());
    Seen done = browser.get(allowed.location());
    assertNotNull(done.parameter("code"), done.location() + done.text());
  }

  @Test
  void filesAreServedWithTheirTypesAndKnownAgainByTheirTags() throws IOException {
    serve(own());
    Seen script = browser.get("/a.js");
    assertEquals("start = () => {}", script.text());
    assertEquals("text/javascript; charset=utf-8", script.header("Content-Type"));
    Seen again = browser.get("/a.js", "If-None-Match", String.valueOf(script.header("ETag")));
    assertEquals(304, again.status());
    assertTrue(
        String.valueOf(browser.get("/a.svg").header("Content-Security-Policy"))
            .endsWith("sandbox"));
    assertEquals(404, browser.get("/b.js").status());
  }

  @Test
  void whoHasNoSignInUnderWayIsAnsweredAsByTheHostedPages() throws IOException {
    serve(own());
    Seen over = new Browser().get("/sign-in");
    assertFalse(over.text().equals(INDEX), over.text());
    assertEquals(INDEX, new Browser().get("/unknown-session").text());
    assertEquals(404, new Browser().get("/nothing").status());
  }

  @Test
  void theSettingsDecideWhetherItIsServed() throws IOException {
    String id = own();
    Seen hosted = browser.follow(browser.authorize());
    assertFalse(hosted.text().equals(INDEX));
    serve(id);
    assertEquals(INDEX, browser.get("/sign-in?app_id=demo-app").text());
    serve("unknown1");
    assertFalse(browser.get("/sign-in?app_id=demo-app").text().equals(INDEX));
    serve(id);
    assertEquals(404, clients.atAdmin(null).get("/a.js").status());
  }

  @Test
  void olderArchivesGoButNeverTheOneThatIsServed() throws IOException {
    String first = own();
    serve(first);
    for (int i = 0; i < 6; i++) {
      own();
    }
    assertEquals(INDEX, browser.follow(browser.authorize()).text());
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    assertEquals(
        "guard.mime_type_not_allowed", api.upload(UPLOAD, "a.zip", "text/plain", zip()).code());
    Answer broken = api.upload(UPLOAD, "a.zip", "application/zip", "no".getBytes(UTF_8));
    assertEquals(400, broken.status(), broken.text());
    assertEquals("request.invalid_input", broken.code());
    assertEquals("guard.invalid_input", api.post(UPLOAD, "{}").code());
    assertEquals(
        401, clients.anonymous().upload(UPLOAD, "a.zip", "application/zip", zip()).status());
  }

  private String own() throws IOException {
    Answer kept = api.upload(UPLOAD, "ui.zip", "application/zip", zip());
    assertEquals(200, kept.status(), kept.text());
    String id = kept.json().get("customUiAssetId").asText();
    assertEquals(8, id.length());
    return id;
  }

  private void serve(String id) {
    String assets = id.equals("null") ? id : "{\"id\":\"" + id + "\",\"createdAt\":1}";
    Answer changed = api.patch("/api/sign-in-exp", "{\"customUiAssets\":" + assets + "}");
    assertEquals(200, changed.status(), changed.text());
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var file :
          Map.of("index.html", INDEX, "a.js", "start = () => {}", "a.svg", "<svg/>").entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
