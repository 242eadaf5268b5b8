package io.gatehouse.branding.captcha;

import io.gatehouse.connectors.Outside;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What pages show of a provider; nothing of it is secret.
 *
 * @param kind what the page's script calls it
 * @param script where its code comes from
 * @param sources what a page must let it load and ask
 */
public record CaptchaWidget(Kind kind, String siteKey, URI script, Sources sources) {
  private static final String TURNSTILE = "https://challenges.cloudflare.com/turnstile/v0/api.js";
  private static final String USUAL = "www.google.com";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  /** How a widget shows itself. */
  public enum Kind {
    TURNSTILE,
    CHECKBOX,
    INVISIBLE
  }

  /**
   * What it needs of a {@code Content-Security-Policy}.
   *
   * @param connections empty where it asks nobody from within the page
   */
  public record Sources(List<String> scripts, List<String> frames, List<String> connections) {
    public Sources {
      scripts = List.copyOf(scripts);
      frames = List.copyOf(frames);
      connections = List.copyOf(connections);
    }
  }

  /** The word for it in pages. */
  public String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static CaptchaWidget of(CaptchaConfig config, Outside outside) {
    return switch (config) {
      case CaptchaConfig.Turnstile keys -> turnstile(keys, outside);
      case CaptchaConfig.Recaptcha keys -> recaptcha(keys, outside);
    };
  }

  private static CaptchaWidget turnstile(CaptchaConfig.Turnstile keys, Outside outside) {
    URI script = URI.create(outside.endpoint(TURNSTILE) + "?render=explicit");
    List<String> origin = List.of(origin(script));
    return new CaptchaWidget(
        Kind.TURNSTILE, keys.siteKey(), script, new Sources(origin, origin, List.of()));
  }

  private static CaptchaWidget recaptcha(CaptchaConfig.Recaptcha keys, Outside outside) {
    URI script = outside.endpoint("https://" + host(keys.domain()) + "/recaptcha/enterprise.js");
    String own = origin(script) + "/recaptcha/";
    return new CaptchaWidget(
        keys.checkbox() ? Kind.CHECKBOX : Kind.INVISIBLE,
        keys.siteKey(),
        script,
        new Sources(
            List.of(own, "https://www.gstatic.com/recaptcha/"),
            List.of(own, "https://recaptcha.google.com/recaptcha/"),
            List.of(own)));
  }

  /** Where Google cannot be reached under its name; what is no host does not get into a policy. */
  private static String host(@Nullable String domain) {
    return domain != null && HOST.matcher(domain).matches() ? domain : USUAL;
  }

  private static String origin(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }
}
