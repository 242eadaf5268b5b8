package io.gatehouse.platform.saml.signon;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A request that was sent to a provider.
 *
 * @param id that the response must name
 * @param connectorId whose provider it is
 * @param to where the browser goes on once the response is there
 */
public record SamlTrip(String id, String connectorId, Return to) {
  /** Where the browser comes back to, and with which state. */
  public record Return(String redirectUri, String state) {
    /** The same, with what is exchanged there for what the response says. */
    public URI with(String ticket) {
      String query =
          "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8) + "&ticket=" + ticket;
      return URI.create(redirectUri + (redirectUri.contains("?") ? "&" : "?") + query);
    }
  }
}
