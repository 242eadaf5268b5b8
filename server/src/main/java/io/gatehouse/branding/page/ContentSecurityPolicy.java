package io.gatehouse.branding.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Builds the {@code Content-Security-Policy} of a hosted page. It has no {@code form-action}:
 * Chromium applies that to the redirects after a POST, and a sign-in ends at the application's
 * origin.
 */
final class ContentSecurityPolicy {
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s;,'\"]+");

  private ContentSecurityPolicy() {}

  static String header(String nonce, List<String> frameAncestors) {
    StringBuilder ancestors = new StringBuilder("'self'");
    frameAncestors.stream()
        .filter(origin -> SOURCE.matcher(origin).matches())
        .forEach(origin -> ancestors.append(' ').append(origin));
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self' 'nonce-" + nonce + "'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "img-src 'self' data: https:",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors " + ancestors);
  }
}
