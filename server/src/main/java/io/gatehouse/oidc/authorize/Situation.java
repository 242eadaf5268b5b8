package io.gatehouse.oidc.authorize;

import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.Session;
import io.gatehouse.session.grant.Grant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider knows when it decides about an authorization request.
 *
 * @param grant what was granted to this client in this session before
 * @param available what the person's roles allow at the requested resources, by indicator
 * @param admitted whether the application's access control lets the person in
 */
record Situation(
    Session session, @Nullable Grant grant, Map<String, Scopes> available, boolean admitted) {
  Situation {
    available = Map.copyOf(available);
  }

  Scopes availableAt(String indicator) {
    return available.getOrDefault(indicator, Scopes.NONE);
  }
}
