package io.gatehouse.oidc.authorize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.grant.Grant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request still needs the person's consent for.
 *
 * @param resources by indicator; only what the person's roles allow is asked for
 */
record Consent(Scopes scope, Map<String, Scopes> resources) {

  static Consent missing(AuthorizationRequest request, Situation situation) {
    Grant grant = situation.grant();
    Scopes asked = request.scopes();
    Scopes scope = OidcScopes.of(asked);
    Map<String, Scopes> resources = new LinkedHashMap<>();
    for (String indicator : request.resources()) {
      Scopes wanted = situation.availableAt(indicator).and(asked);
      Scopes missing = grant == null ? wanted : wanted.without(grant.at(indicator).values());
      if (!missing.isEmpty()) {
        resources.put(indicator, missing);
      }
    }
    return new Consent(grant == null ? scope : scope.without(grant.scope().values()), resources);
  }

  /** As the pages read it in the state of their interaction. */
  ObjectNode state() {
    ObjectNode state = JsonCodec.object();
    ObjectNode missing = state.putObject("missing");
    scope.values().forEach(missing.putArray("oidcScope")::add);
    ObjectNode at = missing.putObject("resources");
    resources.forEach((indicator, scopes) -> at.put(indicator, scopes.toString()));
    return state;
  }

  boolean isEmpty() {
    return scope.isEmpty() && resources.isEmpty();
  }

  /** The grant once the person has agreed. */
  Grant grantedTo(@Nullable Grant before, AuthorizationRequest request) {
    boolean offline = request.scopes().has(Scopes.OFFLINE_ACCESS);
    Grant grant =
        before == null ? new Grant(Ids.standardId(), Scopes.NONE, Map.of(), false) : before;
    return grant.plus(scope, resources, offline);
  }
}
