package io.gatehouse.signin.customui;

import io.gatehouse.branding.captcha.CaptchaWidget;
import io.gatehouse.branding.captcha.CaptchaWidget.Sources;
import io.gatehouse.platform.crypto.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private static final Sources NONE = new Sources(List.of(), List.of(), List.of());

  private CustomUiPolicy() {}

  /**
   * @param captcha whose widget the pages may show
   */
  static String of(byte[] index, String adminOrigin, @Nullable CaptchaWidget captcha) {
    StringBuilder scripts = new StringBuilder("'self'");
    Matcher inline = SCRIPT.matcher(new String(index, StandardCharsets.UTF_8));
    while (inline.find()) {
      String text = inline.group(1).replace("\r\n", "\n");
      byte[] hash = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
      scripts.append(" 'sha256-").append(Base64.getEncoder().encodeToString(hash)).append('\'');
    }
    return policy(scripts.toString(), adminOrigin, captcha == null ? NONE : captcha.sources());
  }

  private static String policy(String scripts, String adminOrigin, Sources captcha) {
    return String.join(
        "; ",
        "default-src 'self'",
        with("script-src " + scripts, captcha.scripts()),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: https:",
        "font-src 'self' data:",
        with("connect-src 'self'", captcha.connections()),
        with("frame-src 'self'", captcha.frames()),
        "base-uri 'self'",
        "object-src 'none'",
        "frame-ancestors 'self' " + adminOrigin);
  }

  private static String with(String directive, List<String> more) {
    return more.isEmpty() ? directive : directive + " " + String.join(" ", more);
  }
}
