package io.gatehouse.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a redirect URI is one that a client registered. Exact after URL normalisation; a
 * registered {@code *} stands for characters of one host label or of the path; native clients may
 * use any port of a loopback address [RFC 8252 §7.3].
 */
public final class RedirectUris {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST = 4096;

  /** A browser resolves these before it goes there, so that a path pattern would be left behind. */
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("/(\\.|%2e){1,2}(?=[/?#]|$)|\\\\", Pattern.CASE_INSENSITIVE);

  private final List<String> registered;
  private final boolean anyLoopbackPort;

  public RedirectUris(List<String> registered, boolean anyLoopbackPort) {
    this.registered = List.copyOf(registered);
    this.anyLoopbackPort = anyLoopbackPort;
  }

  public List<String> registered() {
    return registered;
  }

  /** Whether the URI of a request may be used. */
  public boolean allow(String uri) {
    // "The pattern itself is never a target": a literal asterisk cannot be told from a wildcard.
    if (uri.length() > LONGEST || uri.indexOf('*') >= 0 || DOT_SEGMENT.matcher(uri).find()) {
      return false;
    }
    return registered.stream().anyMatch(candidate -> matches(candidate, uri));
  }

  private boolean matches(String candidate, String uri) {
    if (candidate.equals(uri)) {
      return true;
    }
    URI wanted = parse(uri);
    if (wanted == null) {
      return false;
    }
    if (candidate.indexOf('*') >= 0) {
      return Wildcard.of(candidate).filter(wildcard -> wildcard.matches(wanted)).isPresent();
    }
    URI known = parse(candidate);
    return known != null && equal(known, wanted, anyLoopbackPort && isLoopback(known));
  }

  private static boolean equal(URI known, URI wanted, boolean anyPort) {
    return Objects.equals(scheme(known), scheme(wanted))
        && Objects.equals(host(known), host(wanted))
        && (anyPort || port(known) == port(wanted))
        && path(known).equals(path(wanted))
        && Objects.equals(known.getRawUserInfo(), wanted.getRawUserInfo())
        && Objects.equals(
            known.getRawSchemeSpecificPart() == null ? null : opaque(known), opaque(wanted))
        && Objects.equals(known.getRawQuery(), wanted.getRawQuery())
        && Objects.equals(known.getRawFragment(), wanted.getRawFragment());
  }

  private static @Nullable String opaque(URI uri) {
    return uri.isOpaque() ? uri.getRawSchemeSpecificPart() : null;
  }

  private static boolean isLoopback(URI uri) {
    return "http".equals(scheme(uri)) && LOOPBACK.contains(String.valueOf(host(uri)));
  }

  static @Nullable URI parse(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static @Nullable String scheme(URI uri) {
    return uri.getScheme() == null ? null : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  static @Nullable String host(URI uri) {
    return uri.getHost() == null ? null : uri.getHost().toLowerCase(Locale.ROOT);
  }

  static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equals(scheme(uri)) ? 443 : "http".equals(scheme(uri)) ? 80 : -1;
  }

  static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.isEmpty() && uri.getHost() != null ? "/" : path;
  }

  /** A registered URI with wildcards, taken apart by hand because it is no URI. */
  private record Wildcard(
      String scheme,
      String host,
      int port,
      Pattern path,
      @Nullable String query,
      @Nullable String fragment) {
    private static final Pattern SHAPE =
        Pattern.compile(
            "(https?)://([^/?#:@]+)(?::(\\d{1,5}))?(/[^?#]*)?(?:\\?([^#]*))?(?:#(.*))?",
            Pattern.CASE_INSENSITIVE);

    static java.util.Optional<Wildcard> of(String text) {
      var shape = SHAPE.matcher(text);
      if (!shape.matches()) {
        return java.util.Optional.empty();
      }
      String scheme = shape.group(1).toLowerCase(Locale.ROOT);
      String port = shape.group(3);
      String path = shape.group(4);
      return java.util.Optional.of(
          new Wildcard(
              scheme,
              shape.group(2).toLowerCase(Locale.ROOT),
              port != null ? Integer.parseInt(port) : scheme.equals("https") ? 443 : 80,
              pattern(path == null ? "/" : path, ".*"),
              shape.group(5),
              shape.group(6)));
    }

    boolean matches(URI uri) {
      return scheme.equals(RedirectUris.scheme(uri))
          && uri.getRawUserInfo() == null
          && hostMatches(RedirectUris.host(uri))
          && port == RedirectUris.port(uri)
          && path.matcher(RedirectUris.path(uri)).matches()
          && Objects.equals(query, uri.getRawQuery())
          && Objects.equals(fragment, uri.getRawFragment());
    }

    /**
     * The same number of labels, and no wildcard in the last two: {@code *.com} would hand codes to
     * strangers.
     */
    private boolean hostMatches(@Nullable String wanted) {
      if (wanted == null) {
        return false;
      }
      if (host.indexOf('*') < 0) {
        return host.equals(wanted);
      }
      String[] known = host.split("\\.", -1);
      String[] given = wanted.split("\\.", -1);
      if (known.length != given.length || known.length < 2) {
        return false;
      }
      for (int i = 0; i < known.length; i++) {
        boolean wild = known[i].indexOf('*') >= 0 && i < known.length - 2;
        if (wild
            ? !pattern(known[i], "[^.]+").matcher(given[i]).matches()
            : !known[i].equals(given[i])) {
          return false;
        }
      }
      return true;
    }

    private static Pattern pattern(String text, String star) {
      StringBuilder built = new StringBuilder();
      for (String part : text.splitWithDelimiters("\\*", -1)) {
        built.append(part.equals("*") ? star : Pattern.quote(part));
      }
      return Pattern.compile(built.toString());
    }
  }
}
