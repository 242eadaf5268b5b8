package io.gatehouse.application.consent;

import io.gatehouse.protocol.Scopes;
import java.util.Map;
import java.util.Set;

/**
 * What an application may ask for, as the provider needs it.
 *
 * @param own scopes of the provider's own
 * @param resources scopes at API resources, by indicator
 */
public record AllowedScopes(Set<String> own, Map<String, Scopes> resources) {
  public AllowedScopes {
    own = Set.copyOf(own);
    resources = Map.copyOf(resources);
  }

  public Scopes at(String indicator) {
    return resources.getOrDefault(indicator, Scopes.NONE);
  }
}
