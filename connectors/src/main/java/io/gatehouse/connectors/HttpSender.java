package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The only way connectors speak HTTP; the server implements it behind its egress guard.
 *
 * <p>An implementation keeps to {@link Request#timeout()} for the whole exchange, never follows
 * redirects (they would carry credentials to another host), and gives up with an {@link
 * IOException} on bodies above {@link #MAX_BODY} bytes and on addresses that the guard refuses.
 */
@FunctionalInterface
public interface HttpSender {
  /** The largest body that is read, in bytes. */
  int MAX_BODY = 1 << 20;

  /** How long a provider may take to answer. */
  Duration PATIENCE = Duration.ofSeconds(5);

  Response send(Request request) throws IOException;

  /** One request; header names are as written. */
  record Request(
      String method,
      URI uri,
      Map<String, String> headers,
      @Nullable String body,
      Duration timeout) {

    public Request {
      headers = Map.copyOf(headers);
    }

    /** A GET for JSON. */
    public static Request get(URI uri) {
      return new Request("GET", uri, Map.of("Accept", "application/json"), null, PATIENCE);
    }

    /** A POST of a form, expecting JSON. */
    public static Request form(URI uri, Map<String, String> form) {
      return get(uri).withBody("application/x-www-form-urlencoded", encode(form));
    }

    /** A POST of JSON, expecting JSON. */
    public static Request json(URI uri, JsonNode body) {
      return get(uri).withBody("application/json", body.toString());
    }

    /** The same as a POST with a body. */
    public Request withBody(String contentType, String content) {
      return new Request("POST", uri, headers, content, timeout).with("Content-Type", contentType);
    }

    /** The same with one header more. */
    public Request with(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Request(method, uri, more, body, timeout);
    }

    /** The same with a name and a password (RFC 7617). */
    public Request basic(String user, String password) {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The same with a token (RFC 6750 §2.1). */
    public Request bearer(String token) {
      return with("Authorization", "Bearer " + token);
    }

    /** {@code application/x-www-form-urlencoded}, in the map's order. */
    public static String encode(Map<String, String> form) {
      return form.entrySet().stream()
          .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
          .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /**
   * One answer.
   *
   * @param headers names in lower case
   * @param body decoded by the charset of the content type, else UTF-8; of pictures each character
   *     is a byte
   */
  record Response(int status, Map<String, List<String>> headers, String body) {
    public boolean ok() {
      return status >= 200 && status < 300;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /** The content type without its parameters, in lower case; empty where there is none. */
    public String mediaType() {
      return header("content-type")
          .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
          .orElse("");
    }
  }
}
