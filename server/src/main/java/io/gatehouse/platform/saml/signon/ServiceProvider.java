package io.gatehouse.platform.saml.signon;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What we are called, and where we are answered, as the party that relies on a provider. */
public record ServiceProvider(String entityId, String assertionConsumerService) {
  /** The page of ours that posts a request to the provider; it lies below where we are answered. */
  URI requestPage(String relayState) {
    String place = assertionConsumerService.replaceFirst("/*([?#].*)?$", "");
    String state = URLEncoder.encode(relayState, StandardCharsets.UTF_8);
    return URI.create(place + "/request?RelayState=" + state);
  }
}
