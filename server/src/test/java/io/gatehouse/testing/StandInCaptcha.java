package io.gatehouse.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Turnstile and reCAPTCHA Enterprise on loopback: the token {@code person} passes, with the score
 * that the test says.
 */
public final class StandInCaptcha implements AutoCloseable {
  /** The address of Turnstile, and that of the projects of reCAPTCHA. */
  private static final List<String> ADDRESSES =
      List.of(
          "https://challenges.cloudflare.com/turnstile/v0/siteverify",
          "https://recaptchaenterprise.googleapis.com/v1/projects/");

  private static final String KEY = "secret";

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile double score = 0.9;
  private volatile boolean down;

  public StandInCaptcha(ProviderPlaces places) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/siteverify", this::verify);
    server.createContext("/projects/", this::assess);
    server.start();
    places.move(ADDRESSES.get(0), base() + "/siteverify");
    places.move(ADDRESSES.get(1), base() + "/projects/");
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How sure it is that somebody is a person, of 1. */
  public void score(double value) {
    score = value;
  }

  /** Whether it answers with a page about maintenance. */
  public void down(boolean yes) {
    down = yes;
  }

  /** What it was asked so far: bodies, behind the paths. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void verify(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    boolean passed = body.contains("secret=" + KEY) && body.contains("response=person");
    answer(
        exchange,
        200,
        passed
            ? "{\"success\":true,\"hostname\":\"localhost\"}"
            : "{\"success\":false,\"error-codes\":[\"invalid-input-response\"]}");
  }

  private void assess(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-Goog-Api-Key"))) {
      answer(exchange, 403, "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}");
      return;
    }
    boolean valid = JsonCodec.tree(body).at("/event/token").asText().equals("person");
    answer(
        exchange,
        200,
        "{\"tokenProperties\":{\"valid\":%s,\"invalidReason\":\"%s\"},\"riskAnalysis\":{\"score\":%s}}"
            .formatted(valid, valid ? "INVALID_REASON_UNSPECIFIED" : "MALFORMED", score));
  }

  private String body(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestURI() + " " + body);
    return body;
  }

  private void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = (down ? "<h1>Maintenance</h1>" : json).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", down ? "text/html" : "application/json");
    exchange.sendResponseHeaders(down ? 503 : status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
