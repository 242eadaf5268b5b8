package io.gatehouse.connectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A provider on loopback: says what it is told to say, and remembers what it was asked. */
public final class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  record Reply(int status, String type, String body) {}

  /** One request that came in. */
  public record Asked(
      String method, String path, String query, Map<String, String> headers, String body) {
    public @Nullable String header(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    public Map<String, String> form() {
      return parse(body);
    }
  }

  public StandIn reply(String path, int status, String type, String body) {
    replies.put(path, new Reply(status, type, body));
    return this;
  }

  public StandIn json(String path, String body) {
    return reply(path, 200, "application/json", body);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public URI uri(String path) {
    return uri().resolve(path);
  }

  public Outside outside() {
    return Loopback.outside(uri());
  }

  public List<Asked> asked() {
    return asked;
  }

  /** The last request to this path. */
  public Asked asked(String path) {
    return asked.stream().filter(it -> it.path().equals(path)).toList().getLast();
  }

  /** The pairs of a query or a form, in their order. */
  public static Map<String, String> parse(String form) {
    var pairs = new LinkedHashMap<String, String>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      pairs.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
    }
    return pairs;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      var headers = new LinkedHashMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) ->
              headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String query = exchange.getRequestURI().getRawQuery();
      asked.add(
          new Asked(exchange.getRequestMethod(), path, query == null ? "" : query, headers, body));
      Reply reply = replies.getOrDefault(path, new Reply(404, "text/plain", "Nothing here"));
      byte[] content = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
