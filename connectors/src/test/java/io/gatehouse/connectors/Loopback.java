package io.gatehouse.connectors;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The world of the tests: real HTTP and TCP to this machine, and a clock that stands still. */
public final class Loopback {
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private Loopback() {}

  /** Branded providers are all found at this address, under their own paths. */
  public static Outside outside(URI provider) {
    return outside(provider, InstantSource.fixed(NOW));
  }

  public static Outside outside(URI provider, InstantSource clock) {
    return outside(clock, uri -> provider.resolve(uri.getPath()));
  }

  /** The same, under their hosts and paths. */
  public static Outside outsideByHost(URI provider) {
    return outside(
        InstantSource.fixed(NOW), uri -> provider.resolve("/" + uri.getHost() + uri.getPath()));
  }

  private static Outside outside(InstantSource clock, UnaryOperator<URI> places) {
    return new Outside(Loopback::send, Loopback::dial, clock, new SecureRandom(), places);
  }

  private static HttpSender.Response send(HttpSender.Request request) throws IOException {
    var body =
        request.body() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(request.body());
    var builder =
        HttpRequest.newBuilder(request.uri())
            .timeout(request.timeout())
            .method(request.method(), body);
    request.headers().forEach(builder::header);
    try {
      var response = HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new HttpSender.Response(
          response.statusCode(),
          response.headers().map(),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  private static Socket dial(String host, int port, Duration timeout, @Nullable InetAddress local)
      throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(local, 0));
    socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
    return socket;
  }
}
