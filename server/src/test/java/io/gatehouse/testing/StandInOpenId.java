package io.gatehouse.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Pkce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A provider of OpenID Connect on loopback whose only person is as the test says. */
public final class StandInOpenId implements AutoCloseable {
  private static final RSAKey KEY = key("right");
  private static final RSAKey ANOTHER = key("right");

  private final HttpServer server;
  private final AtomicInteger discoveries = new AtomicInteger();
  private volatile String person = "{}";
  private volatile @Nullable String profile;
  private volatile RSAKey signer = KEY;
  private volatile Consumer<ObjectNode> change = claims -> {};
  private volatile @Nullable String refreshToken;
  private volatile @Nullable Asked asked;
  private volatile String issuer;

  public StandInOpenId() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    issuer = base();
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/token", this::token);
    server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
    server.createContext(
        "/me", exchange -> answer(exchange, 200, Objects.requireNonNullElse(profile, person)));
    server.start();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it says of the person in the ID token, and where asked further. */
  public void person(String claims) {
    person = claims;
    profile = null;
  }

  /** What it says where asked further. */
  public void profile(String claims) {
    profile = claims;
  }

  /** A change to what each ID token says. */
  public void twist(Consumer<ObjectNode> change) {
    this.change = change;
  }

  /** Signs by a key that it does not publish. */
  public void forge(boolean yes) {
    signer = yes ? ANOTHER : KEY;
  }

  /** A refresh token that it hands out besides; null for none. */
  public void refreshToken(@Nullable String token) {
    refreshToken = token;
  }

  /** What it calls itself. */
  public void callItself(String name) {
    issuer = name;
  }

  /** The request that a browser was sent here with: the next code answers it. */
  public void ask(String address) {
    asked = new Asked(address);
  }

  private record Asked(String address) {
    @Nullable String parameter(String name) {
      return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> pair[0].equals(name))
          .map(pair -> decode(pair[1]))
          .findFirst()
          .orElse(null);
    }
  }

  /** How often it was asked where its endpoints are. */
  public int discoveries() {
    return discoveries.get();
  }

  /** Where it is. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The configuration of a connector for it. */
  public String config() {
    return "{\"clientId\":\"us\",\"clientSecret\":\"secret\",\"issuer\":\"" + base() + "\"}";
  }

  private void discovery(HttpExchange exchange) throws IOException {
    discoveries.incrementAndGet();
    answer(
        exchange,
        200,
        """
        {"issuer":"%2$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","userinfo_endpoint":"%1$s/me","code_challenge_methods_supported":["S256"]}
        """
            .formatted(base(), issuer));
  }

  private static String keys() {
    return new JWKSet(KEY.toPublicJWK()).toString();
  }

  /** Redeems the code of the request, or its refresh token, and none that lacks anything. */
  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form =
        Arrays.stream(body.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    String us =
        "Basic "
            + Base64.getEncoder().encodeToString("us:secret".getBytes(StandardCharsets.US_ASCII));
    Asked request = Objects.requireNonNull(asked);
    boolean known = us.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (known && form.containsKey("refresh_token")) {
      boolean same = form.get("refresh_token").equals(refreshToken);
      answer(exchange, same ? 200 : 400, same ? tokens(request) : "{\"error\":\"invalid_grant\"}");
      return;
    }
    boolean right =
        known
            && "c0de".equals(form.get("code"))
            && Objects.equals(request.parameter("redirect_uri"), form.get("redirect_uri"))
            && Objects.equals(
                request.parameter("code_challenge"), Pkce.s256(form.get("code_verifier")));
    if (right) {
      answer(exchange, 200, tokens(request));
    } else {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private String tokens(Asked request) {
    ObjectNode claims = JsonCodec.object();
    long now = Instant.now().getEpochSecond();
    claims
        .put("iss", issuer)
        .put("aud", "us")
        .put("iat", now)
        .put("exp", now + 300)
        .put("nonce", request.parameter("nonce"));
    claims.setAll((ObjectNode) JsonCodec.tree(person));
    change.accept(claims);
    ObjectNode answer = JsonCodec.object();
    answer.put("access_token", "at").put("token_type", "Bearer").put("expires_in", 3600);
    answer.put("id_token", signed(claims));
    if (refreshToken != null) {
      answer.put("refresh_token", refreshToken);
    }
    return answer.toString();
  }

  private String signed(ObjectNode claims) {
    try {
      JWSObject token =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("right").build(),
              new Payload(claims.toString()));
      token.sign(new RSASSASigner(signer));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
