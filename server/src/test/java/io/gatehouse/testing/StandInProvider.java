package io.gatehouse.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An OAuth 2.0 provider on loopback whose only person is as the test says. */
public final class StandInProvider implements AutoCloseable {
  private final HttpServer server;
  private volatile String profile = "{}";
  private volatile String keys = "{\"keys\":[]}";
  private volatile int tokenStatus = 200;
  private volatile @Nullable String refreshToken;

  public StandInProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/token", exchange -> answer(exchange, tokenStatus, tokens()));
    server.createContext("/me", exchange -> answer(exchange, 200, profile));
    server.createContext("/certs", exchange -> answer(exchange, 200, keys));
    server.start();
  }

  private String tokens() {
    String token = refreshToken;
    return "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":3600"
        + (token == null ? "}" : ",\"refresh_token\":\"" + token + "\"}");
  }

  /** A refresh token that it hands out besides; null for none. */
  public void refreshToken(@Nullable String token) {
    refreshToken = token;
  }

  /** The keys of its ID tokens, published at {@code /certs}. */
  public void keys(String jwks) {
    keys = jwks;
  }

  /** What the provider tells of the person. */
  public void person(String json) {
    profile = json;
  }

  /** Whether the provider accepts our client. */
  public void refuses(boolean yes) {
    tokenStatus = yes ? 401 : 200;
  }

  /** Where it is. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The configuration of the OAuth 2.0 connector for it. */
  public String config() {
    String base = base();
    return """
    {"authorizationEndpoint":"%s/authorize","tokenEndpoint":"%s/token","userInfoEndpoint":"%s/me",
     "clientId":"us","clientSecret":"secret","scope":"profile","profileMap":{"id":"sub","avatar":"picture"}}
    """
        .formatted(base, base, base);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
