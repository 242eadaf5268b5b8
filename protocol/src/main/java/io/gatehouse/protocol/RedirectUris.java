package io.gatehouse.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
  private static final int LAST_PORT = 65_535;

  /** A browser runs, shows or reads what these name, in place of going to an application. */
  private static final Pattern DANGEROUS =
      Pattern.compile(
          "(javascript|data|vbscript|blob|file|filesystem|about|view-source|jar):.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A browser resolves these before it goes there, so that a path pattern would be left behind. */
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("[^?#]*/(\\.|%2e){1,2}(?=[/?#]|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LOOPBACK_WITH_PORT =
      Pattern.compile("(http://(?:localhost|127\\.0\\.0\\.1|\\[::1]))(?::\\d{1,5})?((?:[/?].*)?)");

  private final List<String> registered;
  private final boolean anyLoopbackPort;
  private final boolean asWritten;

  public RedirectUris(List<String> registered, boolean anyLoopbackPort) {
    this(registered, anyLoopbackPort, false);
  }

  private RedirectUris(List<String> registered, boolean anyLoopbackPort, boolean asWritten) {
    this.registered = List.copyOf(registered);
    this.anyLoopbackPort = anyLoopbackPort;
    this.asWritten = asWritten;
  }

  /**
   * Those that are compared letter by letter, without wildcards: "authorization servers MUST
   * utilize exact string matching except for port numbers in localhost redirection URIs of native
   * apps" [RFC 9700 §2.1].
   */
  public static RedirectUris asWritten(List<String> registered, boolean anyLoopbackPort) {
    return new RedirectUris(registered, anyLoopbackPort, true);
  }

  public List<String> registered() {
    return registered;
  }

  /**
   * Whether nobody may be sent to the URI, whoever registered it: it is too long, holds characters
   * that browsers drop or take for others, has dot segments, or a scheme such as {@code
   * javascript}.
   */
  public static boolean dangerous(String uri) {
    return uri.length() > LONGEST
        || uri.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\')
        || DOT_SEGMENT.matcher(uri).lookingAt()
        || DANGEROUS.matcher(uri).matches();
  }

  /** Whether the URI of a request may be used. */
  public boolean allow(String uri) {
    // A literal asterisk cannot be told from a wildcard, so the pattern itself is never a target.
    return uri.indexOf('*') < 0
        && !dangerous(uri)
        && registered.stream().anyMatch(candidate -> matches(candidate, uri));
  }

  private boolean matches(String candidate, String uri) {
    URI wanted = parse(uri);
    if (wanted == null) {
      return false;
    }
    if (candidate.equals(uri)) {
      return true;
    }
    if (asWritten) {
      return anyLoopbackPort && sameLoopback(candidate, uri) && port(wanted) <= LAST_PORT;
    }
    if (candidate.indexOf('*') >= 0) {
      return Wildcard.of(candidate).filter(wildcard -> wildcard.matches(wanted)).isPresent();
    }
    URI known = parse(candidate);
    return known != null && equal(known, wanted, anyLoopbackPort && isLoopback(known));
  }

  private static boolean sameLoopback(String candidate, String uri) {
    var known = LOOPBACK_WITH_PORT.matcher(candidate);
    var wanted = LOOPBACK_WITH_PORT.matcher(uri);
    return known.matches()
        && wanted.matches()
        && known.group(1).equals(wanted.group(1))
        && known.group(2).equals(wanted.group(2));
  }

  private static boolean equal(URI known, URI wanted, boolean anyPort) {
    return isWeb(known)
        ? Objects.equals(scheme(known), scheme(wanted))
            && sameAuthority(known, wanted, anyPort)
            && path(known).equals(path(wanted))
            && Objects.equals(known.getRawQuery(), wanted.getRawQuery())
            && Objects.equals(known.getRawFragment(), wanted.getRawFragment())
        : Objects.equals(scheme(known), scheme(wanted))
            && afterScheme(known).equals(afterScheme(wanted));
  }

  /**
   * A host that is none of RFC 2396 ({@code a_b.example}, {@code bücher.example}) is null to {@link
   * URI}: two of those are the same only when they are written the same.
   */
  private static boolean sameAuthority(URI known, URI wanted, boolean anyPort) {
    String host = host(known);
    if (host == null || known.getRawUserInfo() != null) {
      return Objects.equals(known.getRawAuthority(), wanted.getRawAuthority());
    }
    return host.equals(host(wanted))
        && wanted.getRawUserInfo() == null
        && (anyPort ? port(wanted) <= LAST_PORT : port(known) == port(wanted));
  }

  private static boolean isWeb(URI uri) {
    return uri.getRawAuthority() != null
        && ("http".equals(scheme(uri)) || "https".equals(scheme(uri)));
  }

  /** All that follows the scheme: in the URI of an application's own, only that has no case. */
  private static String afterScheme(URI uri) {
    return uri.toString().substring(uri.toString().indexOf(':'));
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
    return path.isEmpty() && uri.getRawAuthority() != null ? "/" : path;
  }

  /** A registered URI with wildcards, taken apart by hand because it is no URI. */
  private record Wildcard(
      String scheme,
      String host,
      int port,
      String path,
      @Nullable String query,
      @Nullable String fragment) {
    private static final Pattern SHAPE =
        Pattern.compile(
            "(https?)://([^/?#:@]+)(?::(\\d{1,5}))?(/[^?#]*)?(?:\\?([^#]*))?(?:#(.*))?",
            Pattern.CASE_INSENSITIVE);

    static Optional<Wildcard> of(String text) {
      var shape = SHAPE.matcher(text);
      if (!shape.matches()) {
        return Optional.empty();
      }
      String scheme = shape.group(1).toLowerCase(Locale.ROOT);
      String port = shape.group(3);
      String path = shape.group(4);
      return Optional.of(
          new Wildcard(
              scheme,
              shape.group(2).toLowerCase(Locale.ROOT),
              port != null ? Integer.parseInt(port) : scheme.equals("https") ? 443 : 80,
              path == null ? "/" : path,
              shape.group(5),
              shape.group(6)));
    }

    boolean matches(URI uri) {
      return scheme.equals(RedirectUris.scheme(uri))
          && uri.getRawUserInfo() == null
          && hostMatches(RedirectUris.host(uri))
          && port == RedirectUris.port(uri)
          && covers(path, RedirectUris.path(uri), 0)
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
        if (wild ? !covers(known[i], given[i], 1) : !known[i].equals(given[i])) {
          return false;
        }
      }
      return true;
    }

    /**
     * Whether the text is the pattern with at least so many characters for each asterisk. Every
     * part is taken where it comes first, so that many asterisks cost no more than one.
     */
    private static boolean covers(String pattern, String text, int least) {
      String[] parts = pattern.split("\\*", -1);
      int last = parts.length - 1;
      if (last == 0 || !text.startsWith(parts[0])) {
        return pattern.equals(text);
      }
      int at = parts[0].length();
      for (int i = 1; i < last; i++) {
        int found = at + least > text.length() ? -1 : text.indexOf(parts[i], at + least);
        if (found < 0) {
          return false;
        }
        at = found + parts[i].length();
      }
      return text.length() - parts[last].length() >= at + least && text.endsWith(parts[last]);
    }
  }
}
