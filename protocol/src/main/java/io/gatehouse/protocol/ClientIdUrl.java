package io.gatehouse.protocol;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client id that is the address of the client's own description.
 *
 * <p>"MUST have an 'https' scheme, MUST contain a path component, MUST NOT contain single-dot or
 * double-dot path segments, MUST NOT contain a fragment component and MUST NOT contain a username
 * or password component" [OAuth Client ID Metadata Document §2]
 */
public record ClientIdUrl(URI uri) {
  private static final int LONGEST = 2048;
  private static final String SCHEME = "https://";

  /** Whether the client id claims to be an address; no registered one does. */
  public static boolean named(@Nullable String clientId) {
    return clientId != null && clientId.startsWith(SCHEME);
  }

  /** The address, where the client id is one of a description. */
  public static Optional<ClientIdUrl> parse(@Nullable String clientId) {
    if (clientId == null || !named(clientId) || clientId.length() > LONGEST) {
      return Optional.empty();
    }
    URI uri = RedirectUris.parse(clientId);
    return uri != null && addresses(uri) ? Optional.of(new ClientIdUrl(uri)) : Optional.empty();
  }

  private static boolean addresses(URI uri) {
    String path = uri.getRawPath();
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null
        && path != null
        && path.length() > 1
        && Arrays.stream(path.split("/", -1)).noneMatch(ClientIdUrl::isDots);
  }

  private static boolean isDots(String segment) {
    String plain = segment.replaceAll("(?i)%2e", ".");
    return plain.equals(".") || plain.equals("..");
  }

  /** Whom a person may know the client by. */
  public String host() {
    return String.valueOf(uri.getHost());
  }

  /** As it is on the wire, letter by letter. */
  @Override
  public String toString() {
    return uri.toString();
  }
}
