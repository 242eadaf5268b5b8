package io.gatehouse.branding.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the {@code Content-Security-Policy} of a hosted page. It has no {@code form-action}:
 * Chromium applies that to the redirects after a POST, and a sign-in ends at the application's
 * origin.
 */
final class ContentSecurityPolicy {
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s;,'\"]+");

  private ContentSecurityPolicy() {}

  static String header(String nonce, List<String> frameAncestors, List<String> frames) {
    String policy =
        String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'nonce-" + nonce + "'",
            "style-src 'self' 'nonce-" + nonce + "'",
            "img-src 'self' data: https:",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors " + ancestors(frameAncestors));
    return frames.isEmpty() ? policy : policy + "; frame-src " + String.join(" ", origins(frames));
  }

  /** Only these may be framed; an address that has no plain origin may not. */
  private static List<String> origins(List<String> frames) {
    List<String> origins = new ArrayList<>();
    for (String frame : frames) {
      URI uri = URI.create(frame);
      String origin =
          uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
      if (SOURCE.matcher(origin).matches()) {
        origins.add(origin);
      }
    }
    return origins.stream().distinct().toList();
  }

  /** For a page that is only looked at: no script runs in it, and no form of it goes anywhere. */
  static String picture(String nonce, List<String> frameAncestors) {
    return String.join(
        "; ",
        "default-src 'none'",
        "style-src 'nonce-" + nonce + "'",
        "img-src 'self' data: https:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors " + ancestors(frameAncestors),
        "sandbox");
  }

  private static String ancestors(List<String> origins) {
    return String.join(" ", Stream.concat(Stream.of("'self'"), sources(origins).stream()).toList());
  }

  private static List<String> sources(List<String> origins) {
    return origins.stream().filter(origin -> SOURCE.matcher(origin).matches()).toList();
  }
}
