package io.gatehouse.session.grant;

import io.gatehouse.protocol.Scopes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was granted, and what was asked but refused.
 *
 * @param resources granted scopes by resource indicator
 */
public record Grant(String id, Scopes scope, Map<String, Scopes> resources, boolean offline) {
  public Grant {
    resources = Map.copyOf(resources);
  }

  /** What is granted at the resource. */
  public Scopes at(String indicator) {
    return resources.getOrDefault(indicator, Scopes.NONE);
  }

  /** The grant with more in it. */
  public Grant plus(Scopes moreScope, Map<String, Scopes> moreResources, boolean offlineToo) {
    Map<String, Scopes> all = new LinkedHashMap<>(resources);
    moreResources.forEach((indicator, scopes) -> all.merge(indicator, scopes, Scopes::plus));
    return new Grant(id, scope.plus(moreScope), all, offline || offlineToo);
  }
}
