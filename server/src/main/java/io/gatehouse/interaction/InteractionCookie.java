package io.gatehouse.interaction;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which interaction a browser has with which application: the cookie's value is a percent-encoded
 * JSON map of client id to interaction id, the oldest first; {@code _legacy} names the latest for
 * requests that name no application.
 */
public record InteractionCookie(Map<String, String> interactions) {
  private static final String LATEST = "_legacy";
  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 3_072;

  public InteractionCookie {
    interactions = new LinkedHashMap<>(interactions);
  }

  /** Reads the cookie's value; one that cannot be read counts as none. */
  public static InteractionCookie parse(@Nullable String value) {
    Map<String, String> read = new LinkedHashMap<>();
    if (value != null && value.length() <= MOST_BYTES * 2) {
      try {
        JsonNode map =
            JsonCodec.mapper().readTree(URLDecoder.decode(value, StandardCharsets.UTF_8));
        if (map.isObject()) {
          map.properties().stream()
              .filter(entry -> entry.getValue().isTextual())
              .forEach(entry -> read.put(entry.getKey(), entry.getValue().asText()));
        }
      } catch (JacksonException | IllegalArgumentException e) {
        return new InteractionCookie(Map.of());
      }
    }
    return new InteractionCookie(read);
  }

  /** The interaction with the application, or the latest one when none is named. */
  public @Nullable String interaction(@Nullable String applicationId) {
    return interactions.get(
        applicationId == null || applicationId.isEmpty() ? LATEST : applicationId);
  }

  /** With another interaction; the oldest entries fall out when there are too many. */
  public InteractionCookie with(String applicationId, String interactionId) {
    Map<String, String> next = new LinkedHashMap<>(interactions);
    next.remove(applicationId);
    next.remove(LATEST);
    next.put(applicationId, interactionId);
    while (next.size() >= MOST_ENTRIES || value(next).length() > MOST_BYTES) {
      next.remove(next.keySet().iterator().next());
    }
    next.put(LATEST, interactionId);
    return new InteractionCookie(next);
  }

  /** As the cookie's value. */
  public String value() {
    return value(interactions);
  }

  private static String value(Map<String, String> map) {
    return URLEncoder.encode(JsonCodec.text(map), StandardCharsets.UTF_8);
  }
}
