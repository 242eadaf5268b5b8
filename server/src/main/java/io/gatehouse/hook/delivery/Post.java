package io.gatehouse.hook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.hook.HookConfig;
import io.gatehouse.platform.crypto.Hmac;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends a signed body to a hook's address, through the egress guard. */
@Singleton
public class Post {
  /** For everything from the first request to the last answer. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST_REDIRECTS = 5;
  private static final String SIGNATURE = "logto-signature-sha-256";

  /** What the connection decides, not the hook. */
  private static final Set<String> NOT_CUSTOM =
      Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te");

  /** What another host must not be told. */
  private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", SIGNATURE);

  private final HttpSender http;

  Post(Outside outside) {
    this.http = outside.http();
  }

  /**
   * Sends it, and follows redirects as browsers do: 307 and 308 send it again, others ask with GET.
   *
   * @param headers names in lower case; the hook's own go first
   */
  public Receipt send(
      HookConfig config, String signingKey, String body, Map<String, String> headers) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      Request request =
          new Request(
              "POST",
              uri(config.url()),
              headers(config, signingKey, body, headers),
              body,
              PATIENCE);
      Response response = http.send(request);
      for (int i = 0; i < MOST_REDIRECTS && location(request, response) != null; i++) {
        request = redirected(request, response, end);
        response = http.send(request);
      }
      return new Receipt.Answered(response.status(), response.body());
    } catch (IOException | IllegalArgumentException e) {
      return new Receipt.Unanswered(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> headers(
      HookConfig config, String signingKey, String body, Map<String, String> headers) {
    Map<String, String> all = new TreeMap<>();
    all.put("content-type", "application/json");
    all.put("user-agent", "Gatehouse");
    if (config.headers() != null) {
      config
          .headers()
          .forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NOT_CUSTOM.contains(lower)) {
              all.put(lower, value);
            }
          });
    }
    all.putAll(headers);
    if (!signingKey.isEmpty()) {
      all.put(SIGNATURE, Hmac.sha256Hex(signingKey.getBytes(UTF_8), body.getBytes(UTF_8)));
    }
    return all;
  }

  private static URI uri(String url) {
    return URI.create(url.strip());
  }

  private static @Nullable URI location(Request request, Response response) {
    return switch (response.status()) {
      case 301, 302, 303, 307, 308 ->
          response.header("location").map(request.uri()::resolve).orElse(null);
      default -> null;
    };
  }

  private static Request redirected(Request request, Response response, long end)
      throws IOException {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (!left.isPositive()) {
      throw new IOException("No answer after all redirects in time.");
    }
    URI target = Objects.requireNonNull(location(request, response));
    Map<String, String> headers = new TreeMap<>(request.headers());
    if (!sameOrigin(request.uri(), target)) {
      headers.keySet().removeAll(CREDENTIALS);
    }
    if (response.status() == 307 || response.status() == 308) {
      return new Request(request.method(), target, headers, request.body(), left);
    }
    headers.remove("content-type");
    return new Request("GET", target, headers, null, left);
  }

  private static boolean sameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(String.valueOf(other.getScheme()))
        && String.valueOf(one.getHost()).equalsIgnoreCase(String.valueOf(other.getHost()))
        && one.getPort() == other.getPort();
  }
}
