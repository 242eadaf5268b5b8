package io.gatehouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a script: keeps cookies, follows redirects within the server when told to,
 * fills in the forms it is shown.
 */
public final class Browser {
  /** Where the server says it is, whatever port the test gave it. */
  public static final String ENDPOINT = "http://localhost:3001";

  private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};
  private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base = ConfigProvider.getConfig().getValue("test.url", String.class);
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String formToken = "";
  private String[] always = {};

  /** What the server answered. */
  public record Seen(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return text().isEmpty() ? MissingNode.getInstance() : JsonCodec.tree(text());
    }

    public String code() {
      return json().path("code").asText();
    }

    /** Where it sends the browser, without the server's own origin. */
    public String location() {
      return header("Location").replace(ENDPOINT, "");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** A parameter of the address it sends the browser to. */
    public @Nullable String parameter(String name) {
      Matcher value =
          Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&]*)").matcher(location());
      return value.find() ? value.group(1) : null;
    }
  }

  public Seen get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** Sends the form of the page seen last: pairs of names and values. */
  public Seen post(String path, String... fields) {
    return send("POST", path, form(fields), FORM);
  }

  private String form(String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("form_token", formToken);
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Sends a form that another site's page holds, with headers besides. */
  public Seen postFromElsewhere(String path, String accept, String... fields) {
    return send("POST", path, form(fields), FORM[0], FORM[1], "Accept", accept);
  }

  /** Calls an API as the page's script would. */
  public Seen api(String method, String path, @Nullable String json) {
    return json == null
        ? send(method, path, null)
        : send(method, path, json, "Content-Type", "application/json");
  }

  /** Sends a file of text as the field {@code file} of a form, as the page's script would. */
  public Seen upload(String path, String name, String mediaType, String content) {
    String form =
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n--part--\r\n"
            .formatted(name, mediaType, content);
    return send("POST", path, form, "Content-Type", "multipart/form-data; boundary=part");
  }

  /** Sends the form of the page seen last with a file of text as its field {@code file}. */
  public Seen attach(String path, String name, String content) {
    String form =
        """
        --part\r
        Content-Disposition: form-data; name="form_token"\r
        \r
        %s\r
        --part\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --part--\r
        """
            .formatted(formToken, name, content);
    return send("POST", path, form, "Content-Type", "multipart/form-data; boundary=part");
  }

  /** Follows redirects as long as they stay within the server and are not the application's. */
  public Seen follow(Seen seen) {
    Seen at = seen;
    while (at.status() / 100 == 3
        && at.location().startsWith("/")
        && !at.location().startsWith("/demo-app")) {
      at = get(at.location());
    }
    return at;
  }

  /** Begins a sign-in at the built-in application. */
  public Seen authorize(String... more) {
    StringBuilder query =
        new StringBuilder(
            "/oidc/auth?client_id=demo-app&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fdemo-app"
                + "&response_type=code&scope=openid+profile&state=st4te&code_challenge_method=S256"
                + "&code_challenge=rywiWVrt9RO8mGMywp2tzGz0ikk5sXsdmTFf9gCqs_4");
    for (int i = 0; i < more.length; i += 2) {
      query.append('&').append(more[i]).append('=').append(encode(more[i + 1]));
    }
    return get(query.toString());
  }

  public @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  /** Puts a cookie into it, as somebody may who has taken it from elsewhere. */
  public void plant(String name, String value) {
    cookies.put(name, value);
  }

  /** Another window of the same browser as it is now. */
  public Browser copy() {
    Browser other = new Browser();
    other.cookies.putAll(cookies);
    other.formToken = formToken;
    return other;
  }

  /** What a proxy on the way puts on every request from now on: names and values of headers. */
  public void by(String... headers) {
    always = headers;
  }

  public void forgetFormToken() {
    formToken = "0".repeat(32);
  }

  private Seen send(String method, String path, @Nullable String body, String... headers) {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    String target = path.startsWith(ENDPOINT) ? path.substring(ENDPOINT.length()) : path;
    var request = HttpRequest.newBuilder(URI.create(base + target)).method(method, publisher);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (always.length > 0) {
      request.headers(always);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      Matcher token = TOKEN.matcher(answer.body());
      if (token.find()) {
        formToken = token.group(1);
      }
      return new Seen(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String pair = cookie.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String value = pair.substring(equals + 1);
    if (value.isEmpty()) {
      cookies.remove(pair.substring(0, equals));
    } else {
      cookies.put(pair.substring(0, equals), value);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
