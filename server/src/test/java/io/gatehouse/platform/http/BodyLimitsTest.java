package io.gatehouse.platform.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
@Timeout(30)
class BodyLimitsTest {
  private static final int TOO_MUCH = 5 << 20;

  @Test
  void aBodyTooLargeIsRefusedBeforeItIsSent() throws IOException {
    try (Socket socket = ask("Content-Length: " + TOO_MUCH)) {
      assertEquals("HTTP/1.1 413 Request Entity Too Large", firstLine(socket));
    }
  }

  @Test
  void whoReadsAfterSendingStillReadsWhy() throws IOException {
    try (Socket socket = ask("Content-Length: " + TOO_MUCH)) {
      socket.getOutputStream().write(new byte[TOO_MUCH]);
      assertEquals("HTTP/1.1 413 Request Entity Too Large", firstLine(socket));
    }
  }

  @Test
  void whoNeverEndsIsHungUpOn() throws IOException {
    try (Socket socket = ask("Content-Length: " + (4L << 40))) {
      assertHungUp(socket, new byte[64 << 10]);
    }
  }

  @Test
  void whoDoesNotSayHowMuchAndNeverEndsIsHungUpOn() throws IOException {
    try (Socket socket = ask("Transfer-Encoding: chunked")) {
      assertHungUp(socket, ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(US_ASCII));
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void anAddressMayBeAsLongAsASignedRequestAndEndsSomewhere(HttpClient.Version version)
      throws Exception {
    assertEquals(400, visit(version, 15_000), "the request is read: its client is unknown");
    assertTrue(Set.of(414, 431).contains(visit(version, 38_000)), "too long is said so");
  }

  private static int visit(HttpClient.Version version, int length) throws Exception {
    URI base = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    URI address = base.resolve("/oidc/auth?client_id=nobody&state=" + "x".repeat(length));
    return HttpClient.newBuilder()
        .version(version)
        .build()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** A reset is a hang-up too. */
  private static void assertHungUp(Socket socket, byte[] piece) throws IOException {
    long start = System.nanoTime();
    OutputStream out = socket.getOutputStream();
    assertThrows(
        IOException.class,
        () -> {
          while (true) {
            out.write(piece);
            Thread.sleep(5);
          }
        });
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.toSeconds() < 10, "hung up after " + taken);
  }

  private static String firstLine(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
  }

  /** A request whose body is still to come. */
  private static Socket ask(String length) throws IOException {
    URI base = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket
        .getOutputStream()
        .write(
            """
            POST /oidc/token HTTP/1.1\r
            Host: %s\r
            Content-Type: application/x-www-form-urlencoded\r
            %s\r
            \r
            """
                .formatted(base.getAuthority(), length)
                .getBytes(US_ASCII));
    return socket;
  }
}
