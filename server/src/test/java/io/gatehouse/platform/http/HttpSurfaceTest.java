package io.gatehouse.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class HttpSurfaceTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void anUnknownPathIsNotFoundWithoutAToken() {
    Answer answer = clients.anonymous().get("/api/nothing/here");
    assertEquals(404, answer.status());
    assertEquals("Not Found", answer.text());
    assertEquals("text/plain; charset=utf-8", answer.header("Content-Type"));
    assertEquals(404, clients.anonymous().get("/api/roles/x/y/z").status());
  }

  @Test
  @Spec("RFC 9110 §15.5.6")
  void aWrongMethodIsToldTheRightOnes() {
    Answer answer = clients.anonymous().send("PUT", "/api/roles", "{}");
    assertEquals(405, answer.status());
    assertEquals("Method Not Allowed", answer.text());
    assertEquals("HEAD, GET, POST", answer.header("Allow"));
    assertEquals(405, clients.anonymous().send("PUT", "/api/roles/x", "{}").status());
  }

  @Test
  void optionsTellTheMethods() {
    Answer answer = clients.anonymous().send("OPTIONS", "/api/roles", null);
    assertEquals(200, answer.status());
    assertEquals("", answer.text());
    assertEquals(Set.of("GET", "HEAD", "POST"), allowed(answer));
  }

  @Test
  @Spec("RFC 9110 §6.6.1")
  void everyAnswerSaysWhenItWasMade() {
    for (String path : Set.of("/api/roles", "/oidc/me", "/oidc/jwks", "/sign-in", "/nothing")) {
      String date = String.valueOf(clients.anonymous().get(path).header("Date"));
      assertTrue(
          date.matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT"), date);
      Instant told = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      assertTrue(Duration.between(told, Instant.now()).abs().toSeconds() < 60, date);
    }
  }

  @Test
  void anUnknownMethodIsNotImplemented() {
    for (String path : Set.of("/api/roles", "/somewhere")) {
      Answer answer = clients.anonymous().send("PROPFIND", path, null);
      assertEquals(501, answer.status());
      assertEquals("Not Implemented", answer.text());
    }
  }

  @Test
  @Spec("RFC 9110 §9.3.2")
  void headIsLikeGetWithoutABody() {
    Answer answer = api.send("HEAD", "/api/roles", null);
    assertEquals(200, answer.status());
    assertEquals("", answer.text());
    assertNull(answer.header("ETag"));
  }

  @Test
  void jsonThatIsTooDeepOrBrokenIsRefusedWithoutAWordOfOurProgram() {
    for (String body :
        List.of(
            "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
            "{\"a\":" + "1".repeat(5_000) + "}",
            "{\"a\":[1")) {
      Answer answer = api.post("/api/roles", body);
      assertEquals(400, answer.status(), answer.text());
      assertTrue(answer.text().length() < 200, answer.text());
      for (String word : List.of("Stream", "get", "Source", "java", "()")) {
        assertFalse(answer.text().contains(word), answer.text());
      }
    }
  }

  @Test
  void aTrailingSlashAndCapitalsDoNotMatter() {
    assertEquals(200, api.get("/api/roles/").status());
    assertEquals(200, api.get("/api/resources/management-api/").status());
    assertEquals(200, api.get("/api/Roles").status());
    assertEquals(200, api.get("/api/Resources/management-api/SCOPES").status());
    assertEquals(404, api.get("/API/roles").status());
  }

  @Test
  void aPathParameterIsPercentDecoded() {
    Answer answer = api.get("/api/roles/a%2Fb");
    assertEquals(404, answer.status());
    assertEquals("entity.not_exists_with_id", answer.code());
  }

  @Test
  @Spec("RFC 9110 §13.1.2")
  void whatTheClientHasIsNotSentAgain() {
    Answer first = api.get("/api/resources/management-api");
    String tag = String.valueOf(first.header("ETag"));
    assertTrue(
        tag.matches("\"" + Integer.toHexString(first.text().length()) + "-[A-Za-z0-9+/]{27}\""),
        tag);
    Answer again = api.get("/api/resources/management-api", "If-None-Match", tag);
    assertEquals(304, again.status());
    assertEquals("", again.text());
    Answer fresh =
        api.get("/api/resources/management-api", "If-None-Match", tag, "Cache-Control", "no-cache");
    assertEquals(200, fresh.status());
    assertNull(api.get("/api/resources/none").header("ETag"));
  }

  @Test
  void everyAnswerIsNamedAndGuarded() {
    Answer answer = api.get("/api/roles");
    assertTrue(String.valueOf(answer.header("Logto-Core-Request-Id")).matches("[A-Za-z0-9_-]{16}"));
    assertNotEquals(
        answer.header("Logto-Core-Request-Id"),
        api.get("/api/roles").header("Logto-Core-Request-Id"));
    assertEquals("application/json; charset=utf-8", answer.header("Content-Type"));
    assertEquals("Accept-Encoding, Origin", answer.header("Vary"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals("SAMEORIGIN", answer.header("X-Frame-Options"));
    assertEquals("?1", answer.header("Origin-Agent-Cluster"));
    assertNull(answer.header("Strict-Transport-Security"), "plain HTTP on this machine");
    assertNull(answer.header("Cache-Control"));
    assertTrue(clients.anonymous().get("/nowhere").header("Logto-Core-Request-Id") != null);
  }

  @Test
  void aLongAnswerIsCompressedWhereTheClientCan() {
    for (int i = 0; i < 8; i++) {
      String name = io.gatehouse.platform.id.Ids.standardId();
      api.post("/api/roles", "{\"name\":\"" + name + "\",\"description\":\"d\"}");
    }
    assertEquals(
        "gzip", api.get("/api/roles", "Accept-Encoding", "gzip").header("Content-Encoding"));
    assertNull(api.get("/api/roles").header("Content-Encoding"));
    assertEquals(
        "identity",
        api.get("/api/resources/management-api", "Accept-Encoding", "gzip")
            .header("Content-Encoding"),
        "shorter than 1 kB");
  }

  @Test
  void onlyTheAdminOriginMayReadAcrossOrigins() {
    Answer foreign = api.get("/api/roles", "Origin", "https://elsewhere.example");
    assertEquals(200, foreign.status());
    assertNull(foreign.header("Access-Control-Allow-Origin"));
    Answer console = api.get("/api/roles", "Origin", "http://localhost:3002");
    assertEquals("http://localhost:3002", console.header("Access-Control-Allow-Origin"));
    assertEquals("*", console.header("Access-Control-Expose-Headers"));
    Answer preflight =
        clients
            .anonymous()
            .send(
                "OPTIONS",
                "/api/roles",
                null,
                "Origin",
                "http://localhost:3002",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
    assertEquals(204, preflight.status());
    assertEquals(
        "GET,HEAD,PUT,POST,DELETE,PATCH", preflight.header("Access-Control-Allow-Methods"));
    assertEquals("authorization,content-type", preflight.header("Access-Control-Allow-Headers"));
    assertNull(preflight.header("Access-Control-Allow-Credentials"));
  }

  @Test
  void bodiesAreReadWhateverTheirType() {
    assertBody(400, "invalid JSON, only supports object and array", "application/json", "1");
    assertBody(400, "invalid JSON, only supports object and array", "application/json", "null");
    assertBody(
        400, "A member named __proto__ is not accepted.", "application/json", "{\"__proto__\":1}");
    Answer malformed = send("application/json", "{");
    assertEquals(400, malformed.status());
    assertTrue(malformed.json().get("code") == null);
    assertEquals("guard.invalid_input", send("application/json", "").code());
    assertEquals("guard.invalid_input", send("application/xml", "<a/>").code());
    assertEquals("guard.invalid_input", send("text/plain", "x").code());
    assertEquals("guard.invalid_input", api.send("POST", "/api/roles", null).code());
    String name = io.gatehouse.platform.id.Ids.standardId();
    assertEquals(
        200, send("application/x-www-form-urlencoded", "name=" + name + "&description=d").status());
    assertEquals(
        413, send("application/json", "{\"name\":\"" + "a".repeat(1 << 20) + "\"}").status());
    assertEquals(
        413, send("application/x-www-form-urlencoded", "name=" + "a".repeat(57 * 1024)).status());
  }

  @Test
  void aMessageSpeaksTheReadersLanguage() {
    String english = api.get("/api/roles/none").json().get("message").asText();
    String french =
        api.get("/api/roles/none", "Accept-Language", "xx, fr-CA;q=0.9, en;q=0.5")
            .json()
            .get("message")
            .asText();
    assertNotEquals(english, french);
    assertEquals(
        french,
        api.get("/api/roles/none?locale=fr", "Accept-Language", "es")
            .json()
            .get("message")
            .asText());
  }

  private Answer send(String type, String body) {
    return api.send("POST", "/api/roles", body, "Content-Type", type);
  }

  private void assertBody(int status, String message, String type, String body) {
    Answer answer = send(type, body);
    assertEquals(status, answer.status());
    assertEquals("{\"message\":\"" + message + "\"}", answer.text());
  }

  private static Set<String> allowed(Answer answer) {
    Set<String> methods = new TreeSet<>();
    answer.headers("Allow").forEach(line -> methods.addAll(Set.of(line.split(", *"))));
    methods.remove("OPTIONS");
    return methods;
  }
}
