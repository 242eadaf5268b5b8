package io.gatehouse.branding.page;

import io.gatehouse.branding.captcha.CaptchaWidget;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the {@code Content-Security-Policy} of a hosted page. It has no {@code form-action}:
 * Chromium applies that to the redirects after a POST, and a sign-in ends at the application's
 * origin.
 */
final class ContentSecurityPolicy {
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s;,'\"]+");

  private static final CaptchaWidget.Sources NOTHING =
      new CaptchaWidget.Sources(List.of(), List.of(), List.of());

  /** What Google asks for where its prompt appears. */
  private static final CaptchaWidget.Sources GOOGLE =
      new CaptchaWidget.Sources(
          List.of("https://accounts.google.com/gsi/client"),
          List.of("https://accounts.google.com/gsi/"),
          List.of("https://accounts.google.com/gsi/"));

  private static final String GOOGLE_STYLE = "https://accounts.google.com/gsi/style";

  private ContentSecurityPolicy() {}

  /**
   * @param page which may show frames, and Google's prompt
   * @param captcha whose widget the page shows
   */
  static String header(
      String nonce, List<String> frameAncestors, Page page, @Nullable CaptchaWidget captcha) {
    List<String> frames = page.frames();
    CaptchaWidget.Sources widget =
        both(captcha == null ? NOTHING : captcha.sources(), page.prompts() ? GOOGLE : NOTHING);
    String policy =
        String.join(
            "; ",
            "default-src 'self'",
            sources("script-src 'self' 'nonce-" + nonce + "'", widget.scripts()),
            "style-src 'self' 'nonce-" + nonce + "'" + (page.prompts() ? " " + GOOGLE_STYLE : ""),
            "img-src 'self' data: https:",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors " + ancestors(frameAncestors));
    List<String> framed =
        Stream.concat(origins(frames).stream(), widget.frames().stream()).toList();
    return policy
        + (frames.isEmpty() && framed.isEmpty() ? "" : sources("; frame-src", framed))
        + (widget.connections().isEmpty()
            ? ""
            : sources("; connect-src 'self'", widget.connections()));
  }

  private static CaptchaWidget.Sources both(CaptchaWidget.Sources one, CaptchaWidget.Sources two) {
    return new CaptchaWidget.Sources(
        together(one.scripts(), two.scripts()),
        together(one.frames(), two.frames()),
        together(one.connections(), two.connections()));
  }

  private static List<String> together(List<String> one, List<String> two) {
    return Stream.concat(one.stream(), two.stream()).toList();
  }

  private static String sources(String directive, List<String> sources) {
    return Stream.concat(Stream.of(directive), sources.stream()).collect(Collectors.joining(" "));
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
