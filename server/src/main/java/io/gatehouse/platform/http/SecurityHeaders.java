package io.gatehouse.platform.http;

import io.vertx.core.MultiMap;

/** The headers that keep a browser from doing with an API answer what it was not made for. */
final class SecurityHeaders {
  private SecurityHeaders() {}

  /** For an answer that a program reads. */
  static void ofApi(MultiMap headers, boolean https) {
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Frame-Options", "SAMEORIGIN");
    common(headers, https);
  }

  /** For a page, whose policy says itself who may frame it. */
  static void ofPage(MultiMap headers, boolean https) {
    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    common(headers, https);
  }

  private static void common(MultiMap headers, boolean https) {
    headers.set("Origin-Agent-Cluster", "?1");
    if (!headers.contains("Referrer-Policy")) {
      headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    }
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Download-Options", "noopen");
    headers.set("X-Permitted-Cross-Domain-Policies", "none");
    headers.set("X-XSS-Protection", "0");
    if (https) {
      // RFC 6797 §7.2: never over plain HTTP, where a browser must ignore it.
      headers.set("Strict-Transport-Security", "max-age=15552000; includeSubDomains");
    }
  }
}
