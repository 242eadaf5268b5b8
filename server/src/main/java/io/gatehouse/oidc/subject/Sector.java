package io.gatehouse.oidc.subject;

import io.gatehouse.oidc.client.Client;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The applications that know their people by the same ids. */
final class Sector {
  private static final Set<String> EVERYBODYS = Set.of("localhost", "127.0.0.1", "[::1]");

  private Sector() {}

  /**
   * "The host component of" the address that lists the group's, or of the one host that an
   * application returns to. One that has neither is a group of its own. [OpenID Connect Core §8.1]
   */
  static String of(Client client) {
    String listed = client.protocol().sectorIdentifierUri();
    if (listed != null) {
      String host = host(listed);
      return host == null ? listed : host;
    }
    Set<String> hosts =
        client.application().oidcClientMetadata().redirectUris().stream()
            .flatMap(uri -> Stream.ofNullable(host(uri)))
            .collect(Collectors.toSet());
    boolean all =
        client.application().oidcClientMetadata().redirectUris().stream()
            .allMatch(uri -> host(uri) != null);
    return all && hosts.size() == 1 ? hosts.iterator().next() : client.id();
  }

  /** Null for an address that is not of one place in the web. */
  private static @Nullable String host(String uri) {
    try {
      URI address = URI.create(uri);
      String scheme = address.getScheme();
      String host = address.getHost();
      return host == null
              || scheme == null
              || !Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
              || EVERYBODYS.contains(host)
          ? null
          : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
