package io.gatehouse.platform.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.platform.config.AddressRange;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgressGuardTest {
  private static final EgressGuard STRICT = new EgressGuard(List.of());
  private static final EgressGuard LOOPBACK =
      new EgressGuard(List.of(AddressRange.parse("127.0.0.0/8")));
  private static Vertx vertx;
  private static HttpServer server;
  private static String base;

  @BeforeAll
  static void open() throws IOException {
    vertx = Vertx.vertx();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/echo",
        exchange -> {
          byte[] body =
              (exchange.getRequestMethod()
                      + " "
                      + exchange.getRequestURI()
                      + " "
                      + exchange.getRequestHeaders().getFirst("Host")
                      + " "
                      + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                      + " é")
                  .getBytes(StandardCharsets.ISO_8859_1);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=ISO-8859-1");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().add("Location", base + "/echo");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/large",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            for (int i = 0; i < 2 * HttpSender.MAX_BODY / 1024; i++) {
              out.write(new byte[1024]);
            }
          }
        });
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          try {
            Thread.sleep(Duration.ofSeconds(5));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void close() {
    server.stop(0);
    vertx.close();
  }

  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, true",
    "2606:4700:4700::1111, true",
    "127.0.0.1, false",
    "127.255.1.1, false",
    "0.0.0.0, false",
    "10.1.2.3, false",
    "172.16.0.1, false",
    "172.32.0.1, true",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "100.128.0.1, true",
    "192.0.0.8, false",
    "198.18.0.1, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "::1, false",
    "::, false",
    "fe80::1, false",
    "fd00::1, false",
    "ff02::1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:10.0.0.1, false",
    "::ffff:93.184.216.34, true",
    "::7f00:1, false",
    "64:ff9b::7f00:1, false",
    "64:ff9b::5db8:d822, true",
    "64:ff9b:1::1, false",
    "2002:7f00:1::, false",
    "2002:5db8:d822::, true",
    "2001::1, false",
  })
  void onlyPublicAddressesAreReached(String address, boolean allowed) {
    assertEquals(allowed, STRICT.allows(InetAddress.ofLiteral(address)));
  }

  @Test
  void aNameIsWorthTheAddressThatItStandsFor() throws IOException {
    InetAddress inside = InetAddress.ofLiteral("10.0.0.1");
    InetAddress outside = InetAddress.ofLiteral("93.184.216.34");
    EgressGuard rebound = new EgressGuard(List.of(), host -> new InetAddress[] {inside});
    assertThrows(IOException.class, () -> rebound.vet("rebound.example"));
    EgressGuard mixed = new EgressGuard(List.of(), host -> new InetAddress[] {inside, outside});
    InetAddress vetted = mixed.vet("mixed.example");
    assertEquals(outside, vetted);
    assertEquals("mixed.example", vetted.getHostName());
    EgressGuard allowing =
        new EgressGuard(
            List.of(AddressRange.parse("10.0.0.0/24")), host -> new InetAddress[] {inside});
    assertEquals(inside, allowing.vet("intranet.example"));
  }

  @Test
  void whatIsNotAllowedIsNotCalled() {
    GuardedHttp http = new GuardedHttp(STRICT, vertx);
    for (String uri :
        List.of(
            base + "/echo",
            base.replace("127.0.0.1", "localhost") + "/echo",
            base.replace("127.0.0.1", "[::ffff:127.0.0.1]") + "/echo",
            base.replace("127.0.0.1", "2130706433") + "/echo",
            "ftp://127.0.0.1/",
            "file:///etc/passwd")) {
      assertThrows(IOException.class, () -> http.send(Request.get(URI.create(uri))), uri);
    }
    assertThrows(
        IOException.class,
        () ->
            new GuardedDialer(STRICT)
                .dial("localhost", server.getAddress().getPort(), Duration.ofSeconds(1), null));
  }

  @Test
  void anAllowedAddressIsCalledUnderItsName() throws IOException {
    EgressGuard named =
        new EgressGuard(
            List.of(AddressRange.parse("127.0.0.1")),
            host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
    int port = server.getAddress().getPort();
    Response answer =
        new GuardedHttp(named, vertx)
            .send(
                Request.form(
                    URI.create("http://provider.example:" + port + "/echo/a?b=c%20d"),
                    Map.of("x", "1 2")));
    assertEquals(200, answer.status());
    assertEquals("POST /echo/a?b=c%20d provider.example:" + port + " x=1+2 é", answer.body());
    assertEquals("text/plain", answer.mediaType());
  }

  @Test
  void aRedirectIsAnsweredNotFollowed() throws IOException {
    Response answer =
        new GuardedHttp(LOOPBACK, vertx).send(Request.get(URI.create(base + "/away")));
    assertEquals(302, answer.status());
    assertEquals(base + "/echo", answer.header("Location").orElseThrow());
  }

  @Test
  void aLargeAnswerIsGivenUp() {
    GuardedHttp http = new GuardedHttp(LOOPBACK, vertx);
    IOException failure =
        assertThrows(IOException.class, () -> http.send(Request.get(URI.create(base + "/large"))));
    assertTrue(String.valueOf(failure.getMessage()).contains("larger"), failure.getMessage());
  }

  @Test
  void aSlowAnswerIsGivenUpInTime() {
    GuardedHttp http = new GuardedHttp(LOOPBACK, vertx);
    Request slow =
        new Request("GET", URI.create(base + "/slow"), Map.of(), null, Duration.ofMillis(300));
    long start = System.nanoTime();
    assertThrows(IOException.class, () -> http.send(slow));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 3000);
  }
}
