package io.gatehouse.oidc;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.RedirectUris;
import io.gatehouse.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which scripts of other origins may call the provider for a client: those of its redirect URIs,
 * and those it lists.
 */
@Singleton
public class ClientOrigins {
  private final Clients clients;

  ClientOrigins(Clients clients) {
    this.clients = clients;
  }

  /**
   * Marks the answer as readable for the caller's origin.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request when the client does not know the
   *     origin
   */
  public void require(RoutingContext context, Tenant tenant, @Nullable String clientId) {
    String origin = context.request().getHeader("Origin");
    Client client = origin == null ? null : clients.find(tenant, clientId).orElse(null);
    if (client != null && origin != null && !allows(tenant, client, origin)) {
      throw OAuthError.INVALID_REQUEST.because(
          "origin " + origin + " not allowed for client: " + client.id());
    }
    open(context, origin);
  }

  /** Marks the answer as readable for any origin. */
  public static void open(RoutingContext context, @Nullable String origin) {
    context.response().headers().set("Access-Control-Allow-Origin", origin == null ? "*" : origin);
    context.response().headers().set("Access-Control-Expose-Headers", "WWW-Authenticate");
  }

  private static boolean allows(Tenant tenant, Client client, String origin) {
    return origin.equals(tenant.endpoint().toString())
        || client.application().customClientMetadata().corsOrigins().contains(origin)
        || client.redirectUris().registered().stream().anyMatch(uri -> originMatches(uri, origin));
  }

  private static boolean originMatches(String redirectUri, String origin) {
    int path = redirectUri.indexOf('/', redirectUri.indexOf("://") + 3);
    String registered = path < 0 ? redirectUri : redirectUri.substring(0, path);
    if (registered.indexOf('*') >= 0) {
      return new RedirectUris(List.of(registered), false).allow(origin);
    }
    return registered.equalsIgnoreCase(origin) || sameAddress(registered, origin);
  }

  /** {@code https://a} and {@code https://a:443} are one origin. */
  private static boolean sameAddress(String one, String other) {
    try {
      URI left = URI.create(one);
      URI right = URI.create(other);
      return left.getHost() != null
          && left.getHost().equalsIgnoreCase(right.getHost())
          && String.valueOf(left.getScheme()).equalsIgnoreCase(right.getScheme())
          && port(left) == port(right);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : Set.of("https", "wss").contains(String.valueOf(uri.getScheme())) ? 443 : 80;
  }
}
