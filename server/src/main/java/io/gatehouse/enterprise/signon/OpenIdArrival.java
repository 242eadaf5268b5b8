package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.provider.ProviderConfig;
import java.util.Map;

/** Learns from a provider of OpenID Connect who came back from it. */
public interface OpenIdArrival {

  /**
   * Whom the provider vouches for.
   *
   * @param remembered from the departure
   * @param data what the browser has brought along
   */
  EnterprisePerson arrive(
      ProviderConfig.OpenId config, Map<String, String> remembered, ObjectNode data);
}
