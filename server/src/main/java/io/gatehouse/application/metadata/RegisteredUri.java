package io.gatehouse.application.metadata;

import io.gatehouse.protocol.RedirectUris;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which redirect URIs an application may register. */
final class RegisteredUri {
  /** [RFC 8252 §7.1]: a scheme of the application's own, such as {@code com.example.app}. */
  private static final Pattern CUSTOM_SCHEME =
      Pattern.compile("(?!https?:)[a-z][\\d+_a-z-]*(\\.[\\d+_a-z-]+)*:.*", Pattern.DOTALL);

  private static final Pattern WEB =
      Pattern.compile("(?i:https?)://([^/?#]*)((?:/[^?#]*)?)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("([^:@\\[\\]]+|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");

  private static final int LAST_PORT = 65_535;

  private RegisteredUri() {}

  static boolean isValid(String uri) {
    if (RedirectUris.dangerous(uri)) {
      return false;
    }
    Matcher web = WEB.matcher(uri);
    if (web.matches()) {
      return isWeb(web);
    }
    return CUSTOM_SCHEME.matcher(uri).matches() && uri.indexOf('*') < 0 && isUri(uri);
  }

  private static boolean isWeb(Matcher web) {
    String path = web.group(2);
    String rest = text(web.group(3)) + text(web.group(4));
    Matcher authority = AUTHORITY.matcher(web.group(1));
    if (!authority.matches() || rest.indexOf('*') >= 0) {
      return false;
    }
    String host = authority.group(1);
    String port = authority.group(2);
    if (port != null && Integer.parseInt(port) > LAST_PORT
        || host.indexOf('*') >= 0 && host.indexOf('.') < 0) {
      return false;
    }
    String plain = "https://" + host.toLowerCase(Locale.ROOT) + path + rest;
    return isUri(plain.replace('*', 'x'));
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String text(String group) {
    return group == null ? "" : group;
  }
}
