package io.gatehouse.account.page;

import io.gatehouse.application.Applications;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where people may be sent when they are done: to applications of the house, and to us. */
@Singleton
class ReturnTargets {
  private static final int LONGEST = 2048;

  private final Applications applications;

  ReturnTargets(Applications applications) {
    this.applications = applications;
  }

  /**
   * Whether the address is one that an application is registered with, or another of its origin: a
   * page of settings is seldom a redirect URI itself.
   */
  boolean allow(Tenant tenant, String address) {
    URI uri = parsed(address);
    if (uri == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    String origin = origin(uri);
    return (origin != null && origin.equals(origin(tenant.endpoint())))
        || applications.receiveAt(tenant.id(), address, origin);
  }

  private static @Nullable URI parsed(String address) {
    try {
      return address.length() > LONGEST ? null : new URI(address);
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }

  /** Of a website; null for an address of anything else. */
  private static @Nullable String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return null;
    }
    int port = uri.getPort();
    boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
  }
}
