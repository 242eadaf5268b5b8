package io.gatehouse.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody's web server on loopback with one document, such as a key set. */
public final class Publisher implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile int status = 200;
  private volatile String document;

  public Publisher(String document) {
    this(document, null);
  }

  /** One of another kind than text. */
  public Publisher(String document, @Nullable String mediaType) {
    this.document = document;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          byte[] body = document().getBytes(StandardCharsets.UTF_8);
          if (mediaType != null) {
            exchange.getResponseHeaders().add("Content-Type", mediaType);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Where the document is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/document";
  }

  /** What it says from now on. */
  public void publish(String text) {
    document = text;
  }

  /** How it answers from now on. */
  public void answerWith(int code) {
    status = code;
  }

  /** How often it was asked. */
  public int calls() {
    return calls.get();
  }

  private String document() {
    return document;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
