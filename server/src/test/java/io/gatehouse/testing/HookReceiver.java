package io.gatehouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Somebody's endpoint for webhooks, on loopback. */
public final class HookReceiver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Predicate<Received> refuses = any -> false;

  /** A request; names of headers in lower case. */
  public record Received(
      String method, String path, Map<String, String> headers, String body, Instant at) {
    public JsonNode json() {
      return JsonCodec.tree(body);
    }

    public String event() {
      return json().path("event").asText();
    }

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  public HookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** What it answers with 503 from now on. */
  public void refuse(Predicate<Received> which) {
    refuses = which;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Waits for a request that is about this; a defect when none comes. */
  public Received await(Predicate<Received> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (Received each : received) {
        if (wanted.test(each)) {
          return each;
        }
      }
      pause();
    }
    throw new AssertionError(
        "nothing of the kind among " + received.stream().map(Received::body).toList());
  }

  public Received await(String event) {
    return await(each -> each.event().equals(event));
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().toLowerCase(), e -> String.join(",", e.getValue())));
    Received request =
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            headers,
            body,
            Instant.now());
    if (request.path().equals("/moved")) {
      exchange.getResponseHeaders().set("Location", "/hook");
      exchange.sendResponseHeaders(307, -1);
      exchange.close();
      return;
    }
    boolean refused = refuses.test(request);
    received.add(request);
    byte[] answer = "{\"seen\":true}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(refused ? 503 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
