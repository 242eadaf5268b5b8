package io.gatehouse.oidc.logout;

import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The frames in which a browser that was signed out tells applications so.
 *
 * <p>Source: [OpenID Connect Front-Channel Logout
 * §3](https://openid.net/specs/openid-connect-frontchannel-1_0.html#OPLogout)
 */
final class FrontchannelLogout {
  private FrontchannelLogout() {}

  static List<String> frames(Tenant tenant, List<Client> clients, String sessionId) {
    return clients.stream()
        .map(client -> frame(tenant, client.protocol(), sessionId))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** "If [session is required], the iss and sid query parameters are included". */
  private static @Nullable String frame(
      Tenant tenant, ApplicationProtocol protocol, String sessionId) {
    String uri = protocol.frontchannelLogoutUri();
    if (uri == null || !protocol.frontchannelSession()) {
      return uri;
    }
    Map<String, String> told = new LinkedHashMap<>();
    told.put("iss", tenant.issuer());
    told.put("sid", sessionId);
    return ResponseMode.QUERY.redirect(uri, told);
  }
}
