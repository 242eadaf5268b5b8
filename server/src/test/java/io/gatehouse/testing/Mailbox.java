package io.gatehouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The endpoint that the HTTP e-mail connector posts to, on loopback. */
public final class Mailbox implements AutoCloseable {
  private final HttpServer server;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private volatile Duration slowness = Duration.ZERO;

  public Mailbox() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          pause();
          received.add(JsonCodec.tree(new String(body, StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /** The configuration of the connector for it. */
  public String config() {
    return "{\"endpoint\":\"http://127.0.0.1:" + server.getAddress().getPort() + "/mail\"}";
  }

  /** Lets each message take this long. */
  public void isSlow(Duration slowness) {
    this.slowness = slowness;
  }

  public List<JsonNode> received() {
    return List.copyOf(received);
  }

  /** The code of the latest message. */
  public String code() {
    return received.getLast().at("/payload/code").asText();
  }

  private void pause() {
    try {
      Thread.sleep(slowness);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
