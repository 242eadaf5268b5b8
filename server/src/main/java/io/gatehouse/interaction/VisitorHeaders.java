package io.gatehouse.interaction;

import io.gatehouse.platform.config.Settings;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a proxy in front tells of a visitor, such as the country and whether it looks like a robot.
 * Only a proxy that is trusted is believed: anybody can send a header.
 */
@Singleton
public class VisitorHeaders {
  private static final int LONGEST = 200;
  private static final Map<String, String> NOTHING = Map.of();

  private final Map<String, String> headers;

  VisitorHeaders(Settings settings) {
    this.headers =
        settings.trustProxyHeader() ? settings.injectedHeaderMapping().headers() : NOTHING;
  }

  /** By the names of the setting; what is not told, or beyond 200 characters, is left out. */
  public Map<String, String> of(MultiMap sent) {
    if (headers.isEmpty()) {
      return NOTHING;
    }
    Map<String, String> told = new TreeMap<>();
    headers.forEach((name, header) -> {
      String value = sent.get(header);
      if (value != null && !value.isBlank() && value.length() <= LONGEST) {
        told.put(name, value);
      }
    });
    return told;
  }
}
