package io.gatehouse.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class UserAssetApiTest {
  private static final String UPLOAD = "/api/user-assets";
  private static final int MOST = 20 * 1024 * 1024;

  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void theStatusTellsWhatMayBeUploaded() {
    Answer answer = api.get("/api/user-assets/service-status");
    assertEquals(200, answer.status(), answer.text());
    assertEquals("ready", answer.json().get("status").asText());
    assertEquals(MOST, answer.json().get("maxUploadFileSize").asInt());
    assertEquals(10, answer.json().get("allowUploadMimeTypes").size());
    assertTrue(answer.json().get("isExperienceAvatarUploadEnabled").asBoolean());
  }

  @Test
  void aPictureIsServedToEverybodyForAsLongAsBrowsersLike() throws Exception {
    byte[] picture = png(300_000);
    Answer kept = api.upload(UPLOAD, "My logo.png", "image/png", picture);
    assertEquals(200, kept.status(), kept.text());
    String url = kept.json().get("url").asText();
    assertTrue(url.matches("http://localhost:3001/user-assets/[a-z0-9]{21}/My%20logo\\.png"), url);
    HttpResponse<byte[]> read = read(url);
    assertEquals(200, read.statusCode());
    assertArrayEquals(picture, read.body());
    assertHeader("image/png", read, "Content-Type");
    assertHeader("public, max-age=31536000, immutable", read, "Cache-Control");
    assertHeader("nosniff", read, "X-Content-Type-Options");
    assertHeader("cross-origin", read, "Cross-Origin-Resource-Policy");
    HttpResponse<byte[]> again = read(url, "If-None-Match", header(read, "ETag"));
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
  }

  @Test
  void aDrawingIsServedWithoutLife() throws Exception {
    byte[] drawing =
        "<?xml version=\"1.0\"?><!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
            .getBytes(UTF_8);
    HttpResponse<byte[]> read = read(url("a.svg", "image/svg+xml", drawing));
    assertHeader("image/svg+xml", read, "Content-Type");
    String policy = header(read, "Content-Security-Policy");
    assertTrue(policy.contains("default-src 'none'") && policy.endsWith("sandbox"), policy);
  }

  @Test
  void whatIsNoPictureIsNeverShownAsOne() throws Exception {
    HttpResponse<byte[]> read =
        read(url("a.png", "image/png", "<html><script>alert(1)</script></html>".getBytes(UTF_8)));
    assertHeader("application/octet-stream", read, "Content-Type");
    assertHeader("attachment", read, "Content-Disposition");
    assertHeader("nosniff", read, "X-Content-Type-Options");
  }

  @Test
  void aFileOfTwentyMegabytesIsTheLargest() throws Exception {
    byte[] largest = png(MOST);
    assertArrayEquals(largest, read(url("large.png", "image/png", largest)).body());
    Answer larger = api.upload(UPLOAD, "larger.png", "image/png", png(MOST + 1));
    assertEquals(400, larger.status());
    assertEquals("guard.file_size_exceeded", larger.code());
    Answer muchLarger = api.upload(UPLOAD, "larger.png", "image/png", png(MOST + (3 << 20)));
    assertEquals(400, muchLarger.status());
    assertEquals("guard.file_size_exceeded", muchLarger.code());
  }

  @Test
  void aFileOfUnknownLengthIsBoundedToo() throws Exception {
    Answer kept = api.uploadInChunks(UPLOAD, "chunks.png", "image/png", png(1 << 20));
    assertEquals(200, kept.status(), kept.text());
    assertEquals(1 << 20, read(kept.json().get("url").asText()).body().length);
    Answer larger = api.uploadInChunks(UPLOAD, "larger.png", "image/png", png(MOST + (3 << 19)));
    assertEquals("guard.file_size_exceeded", larger.code(), larger.text());
  }

  @Test
  void onlyFilesMayBeThatLarge() {
    String body = "{\"a\":\"" + "x".repeat(3 << 20) + "\"}";
    assertEquals(413, api.post("/api/roles", body).status());
    assertEquals(413, api.post(UPLOAD, body).status());
  }

  @Test
  void otherTypesAndFormsWithoutAFileAreRefused() {
    Answer type = api.upload(UPLOAD, "a.html", "text/html", "<p>".getBytes(UTF_8));
    assertEquals(400, type.status());
    assertEquals("guard.mime_type_not_allowed", type.code());
    Answer nothing = api.post(UPLOAD, "{}");
    assertEquals(400, nothing.status(), nothing.text());
    assertEquals("guard.invalid_input", nothing.code());
    Answer otherField =
        api.send(
            "POST",
            UPLOAD,
            "--p\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--p--\r\n",
            "Content-Type",
            "multipart/form-data; boundary=p");
    assertEquals("guard.invalid_input", otherField.code(), otherField.text());
    assertEquals(400, api.send("POST", UPLOAD, null).status());
  }

  @Test
  void aFormThatIsNoneIsRefused() {
    String end = "\r\n--p--\r\n";
    for (String form :
        new String[] {
          "",
          "--p",
          "--p\r\n[]--p--\r\n",
          "--p\r\nno header\r\n\r\nx" + end,
          "--p\r\n: \r\n\r\nx" + end,
          "--p\r\nContent-Disposition: form-data\r\n\r\nx" + end,
          "--p\r\nContent-Disposition: \"\r\n\r\nx" + end,
          "--p\r\nA: " + "a".repeat(100_000) + "\r\n\r\nx" + end,
          "--p\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx\r\n".repeat(20_000) + end,
        }) {
      for (String boundary : new String[] {"; boundary=p", "", "; boundary=" + "p".repeat(300)}) {
        int status = form(form, boundary).status();
        assertTrue(status >= 400 && status < 500, status + " " + shown(form) + boundary);
      }
    }
  }

  @Test
  void aFileIsReadOrRefusedHoweverOddlyItIsDescribed() {
    String disposition =
        "--p\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n";
    for (String described :
        new String[] {
          "Content-Type: image/png; charset=nothing\r\n\r\nx",
          "Content-Type: \r\n\r\nx",
          "Content-Transfer-Encoding: base64\r\n\r\n!?",
          "Content-Transfer-Encoding: nothing\r\n\r\nx",
          "Content-Transfer-Encoding: quoted-printable\r\n\r\n=Z",
        }) {
      Answer answer = form(disposition + described + "\r\n--p--\r\n", "; boundary=p");
      assertTrue(answer.status() < 500, answer.status() + " " + shown(described));
    }
  }

  private Answer form(String form, String boundary) {
    return api.send("POST", UPLOAD, form, "Content-Type", "multipart/form-data" + boundary);
  }

  private static String shown(String form) {
    return form.substring(0, Math.min(form.length(), 120));
  }

  @Test
  void onlyAdministratorsUpload() {
    Answer answer = clients.anonymous().upload(UPLOAD, "a.png", "image/png", png(10));
    assertEquals(401, answer.status());
  }

  @Test
  void anotherTenantDoesNotServeIt() {
    String path = URI.create(url("a.png", "image/png", png(10))).getPath();
    assertEquals(200, clients.anonymous().get(path).status());
    assertEquals(404, clients.atAdmin(null).get(path).status());
    assertEquals(404, clients.anonymous().get(path + "x").status());
  }

  @Test
  void aNameKeepsNoFoldersAndNothingThatAnAddressCannotCarry() throws Exception {
    String url = url("../..\\\\etc/Größe 100%?.png", "image/png", png(10));
    assertTrue(url.endsWith("/Gr%C3%B6%C3%9Fe%20100.png"), url);
    assertEquals(200, read(url).statusCode());
  }

  private String url(String name, String type, byte[] content) {
    Answer kept = api.upload(UPLOAD, name, type, content);
    assertEquals(200, kept.status(), kept.text());
    return kept.json().get("url").asText();
  }

  private static byte[] png(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    byte[] beginning = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(beginning, 0, bytes, 0, beginning.length);
    return bytes;
  }

  private static HttpResponse<byte[]> read(String url, String... headers)
      throws IOException, InterruptedException {
    URI base = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    var request = HttpRequest.newBuilder(base.resolve(URI.create(url).getRawPath()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static void assertHeader(String value, HttpResponse<byte[]> answer, String name) {
    assertEquals(value, header(answer, name));
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
