package io.gatehouse.app.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Content-Security-Policy} of the Console: its own files, the one script in its shell by
 * hash, and the core's endpoint, whose APIs it calls and whose sign-in page it shows.
 */
final class ConsolePolicy {
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");

  private ConsolePolicy() {}

  static String of(String shell, String coreOrigin) {
    StringBuilder scripts = new StringBuilder("'self'");
    Matcher matcher = SCRIPT.matcher(shell);
    while (matcher.find()) {
      scripts.append(" 'sha256-").append(hash(matcher.group(1))).append('\'');
    }
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src " + scripts,
        "style-src 'self'",
        "img-src 'self' data: https: " + coreOrigin,
        "font-src 'self'",
        "connect-src 'self' " + coreOrigin,
        "frame-src " + coreOrigin,
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  private static String hash(String script) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
