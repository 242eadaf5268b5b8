package io.gatehouse.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a relying party does: builds authorization URLs, asks for tokens. */
public final class TestClient {
  public static final String VERIFIER = "nsYEJZrCxXWO8KRmQulowrOF5zqIYohVdm1lBAWEwGI";
  public static final String CHALLENGE =
      java.util.Objects.requireNonNull(io.gatehouse.protocol.Pkce.s256(VERIFIER));

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  public final String id;
  public final String redirectUri;

  public TestClient(URI base, String id, String redirectUri) {
    this.base = base;
    this.id = id;
    this.redirectUri = redirectUri;
  }

  /** An answer of a back-channel endpoint. */
  public record Answer(int status, JsonNode json, HttpResponse<String> response) {
    public String error() {
      return json.path("error").asText();
    }

    public String text(String name) {
      return json.path(name).asText();
    }
  }

  /**
   * The URL of an authorization request; pairs of name and value change the usual parameters, an
   * empty value removes one.
   */
  public String authorizationUrl(String... changes) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", id);
    query.put("redirect_uri", redirectUri);
    query.put("response_type", "code");
    query.put("scope", "openid offline_access profile");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.put("state", "st4te");
    query.put("prompt", "consent");
    for (int i = 0; i < changes.length; i += 2) {
      query.put(changes[i], changes[i + 1]);
    }
    query.values().removeIf(String::isEmpty);
    return "/oidc/auth?" + form(query);
  }

  public Answer exchange(String code, String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", id);
    form.put("code", code);
    form.put("code_verifier", VERIFIER);
    form.put("redirect_uri", redirectUri);
    return token(with(form, more));
  }

  public Answer refresh(String refreshToken, String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", id);
    form.put("refresh_token", refreshToken);
    return token(with(form, more));
  }

  public Answer token(Map<String, String> form, String... headers) {
    return post("/oidc/token", form, headers);
  }

  /** A token request as it is written, for parameters that come twice. */
  public Answer tokenOf(String form) {
    return send(
        HttpRequest.newBuilder(base.resolve("/oidc/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  public Answer post(String path, Map<String, String> form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(form)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public Answer get(String path, String... headers) {
    return send(HttpRequest.newBuilder(base.resolve(path)).headers(headers));
  }

  public Answer userinfo(String accessToken) {
    return send(
        HttpRequest.newBuilder(base.resolve("/oidc/me"))
            .header("Authorization", "Bearer " + accessToken));
  }

  /** The payload of a signed token, unchecked. */
  public static JsonNode payload(String jwt) {
    return part(jwt, 1);
  }

  public static JsonNode header(String jwt) {
    return part(jwt, 0);
  }

  public static Map<String, String> query(String url) {
    String query = url.substring(url.indexOf('?') + 1);
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
  }

  public static String form(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> with(Map<String, String> form, String... more) {
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    form.values().removeIf(String::isEmpty);
    return form;
  }

  private static JsonNode part(String jwt, int index) {
    return JsonCodec.tree(
        new String(
            java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[index]),
            StandardCharsets.UTF_8));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json =
          answer.body().startsWith("{") ? JsonCodec.tree(answer.body()) : JsonCodec.object();
      return new Answer(answer.statusCode(), json, answer);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
