package io.gatehouse.platform.http.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bounds of the short way: what it takes in, and where it works. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DirectRoutesTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  @Inject ApiClients clients;
  @Inject WarmingRoute warming;
  private ApiClient anybody;

  @BeforeEach
  void prepare() {
    anybody = clients.anonymous();
    warming.chill();
  }

  @Test
  void aBodyIsReadUpToItsLimitAndRefusedBeyond() {
    Answer whole = token("a=" + "x".repeat(56 * 1024 - 2));
    assertEquals(400, whole.status());
    assertFalse(whole.text().contains("too large"), whole.text());
    for (int length : List.of(56 * 1024 + 1, SmallBody.KEPT + 1, 1024 * 1024)) {
      Answer longer = token("a=" + "x".repeat(length - 2));
      assertEquals(400, longer.status());
      assertTrue(longer.text().contains("request body is too large"), longer.text());
    }
  }

  @Test
  void whoeverSendsWithoutEndIsNoLongerListenedTo() {
    assertThrows(IOException.class, () -> send(256));
    assertEquals(200, anybody.get("/oidc/jwks").status(), "others are served");
  }

  @Test
  @Spec("RFC 9110 §9.3.2")
  void headIsLikeGetWithoutABody() {
    for (String path :
        List.of("/oidc/.well-known/openid-configuration", "/oidc/jwks", "/oidc/me")) {
      Answer get = anybody.get(path);
      Answer head = anybody.send("HEAD", path, null);
      assertEquals(get.status(), head.status());
      assertEquals("", head.text());
      assertEquals(get.header("Content-Type"), head.header("Content-Type"));
      assertEquals(get.header("Cache-Control"), head.header("Cache-Control"));
    }
  }

  @Test
  void whatMemoryKnowsIsAnsweredOnTheEventLoop() {
    anybody.get(WarmingRoute.PATH);
    Answer warm = anybody.get(WarmingRoute.PATH);
    assertEquals("1", warm.header("Tries"));
    assertTrue(warm.text().contains("eventloop"), warm.text());
  }

  @Test
  void anEndpointIsBegunAnewOnTheEventLoopWithWhatItHasAsked() {
    Answer answer = anybody.get(WarmingRoute.SHARED_PATH);
    assertEquals("3", answer.header("Tries"));
    assertTrue(answer.text().startsWith("0102"), answer.text());
    assertTrue(answer.text().contains("eventloop"), answer.text());
  }

  @Test
  void aColdCacheIsFilledOffTheEventLoopAndTheEndpointBegunAnew() {
    Answer cold = anybody.get(WarmingRoute.PATH);
    assertEquals(200, cold.status());
    assertEquals("2", cold.header("Tries"));
    assertTrue(cold.text().startsWith("request-"), cold.text());
  }

  @Test
  void anEndpointWithoutAHintNeverRunsOnTheEventLoop() {
    Answer answer = anybody.get(WarmingRoute.SLOW_PATH);
    assertEquals("1", answer.header("Tries"));
    assertTrue(answer.text().startsWith("request-"), answer.text());
  }

  /**
   * A page of the sign-in, which has the framework's scope of a request and needs none of its way.
   */
  @Test
  void aDefectIsAnsweredTooAndKeepsNobodyWaiting() {
    Answer answer = anybody.get(WarmingRoute.DEFECT_PATH);
    assertEquals(500, answer.status(), answer.text());
    assertEquals("Internal server error.", answer.json().path("message").asText());
  }

  @Test
  void aMarkedResourceIsAnsweredByTheShortWayAtEachOfItsPaths() {
    for (String path : List.of("/unknown-session", "/unknown-session/", "/account-suspended")) {
      Answer page = anybody.get(path);
      assertEquals(200, page.status());
      assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
      assertEquals("cross-origin", page.header("Cross-Origin-Resource-Policy"));
      assertTrue(
          String.valueOf(page.header("Content-Security-Policy")).contains("nonce-"), page.text());
      assertEquals("", anybody.send("HEAD", path, null).text());
    }
    for (String path : List.of("/sign-in", "/identifier-sign-in", "/register/verification-code")) {
      assertEquals(302, anybody.get(path).status(), path);
      assertEquals(302, anybody.send("POST", path, "identifier=a", "Content-Type", FORM).status());
    }
  }

  @Test
  void aFormOfAPageIsReadUpToItsLimitAndRefusedBeyond() {
    String longest = "a=" + "x".repeat(56 * 1024 - 2);
    assertEquals(302, anybody.send("POST", "/sign-in", longest, "Content-Type", FORM).status());
    Answer longer = anybody.send("POST", "/sign-in", longest + "x", "Content-Type", FORM);
    assertEquals(413, longer.status());
    assertTrue(longer.text().contains("larger than 57344 bytes"), longer.text());
  }

  /** Sends a form of so many megabytes, whatever is answered meanwhile. */
  private static void send(int megabytes) throws IOException {
    URI base = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String head =
          "POST /oidc/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(FORM, megabytes * MEGABYTE);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      for (int sent = 0; sent < megabytes; sent++) {
        socket.getOutputStream().write(new byte[MEGABYTE]);
      }
    }
  }

  private Answer token(String body) {
    return anybody.send("POST", "/oidc/token", body, "Content-Type", FORM);
  }
}
