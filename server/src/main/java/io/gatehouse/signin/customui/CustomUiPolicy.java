package io.gatehouse.signin.customui;

import io.gatehouse.platform.crypto.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Content-Security-Policy} of a tenant's own pages: what the archive brings, the scripts
 * written into its index by their hashes, and our APIs.
 */
final class CustomUiPolicy {
  private static final Pattern SCRIPT =
      Pattern.compile("(?is)<script(?![^>]*\\ssrc\\s*=)[^>]*>(.*?)</script\\s*>");

  /** For a document in which nothing runs. */
  static final String LIFELESS =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

  private CustomUiPolicy() {}

  static String of(byte[] index, String adminOrigin) {
    StringBuilder scripts = new StringBuilder("'self'");
    Matcher inline = SCRIPT.matcher(new String(index, StandardCharsets.UTF_8));
    while (inline.find()) {
      String text = inline.group(1).replace("\r\n", "\n");
      byte[] hash = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
      scripts.append(" 'sha256-").append(Base64.getEncoder().encodeToString(hash)).append('\'');
    }
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src " + scripts,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: https:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'self'",
        "object-src 'none'",
        "frame-ancestors 'self' " + adminOrigin);
  }
}
