package io.gatehouse.oidc.client;

import io.gatehouse.application.consent.AllowedScopes;
import io.gatehouse.application.consent.ConsentScopes;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client may ask a person for: one of the house for everything, one of somebody else's for
 * what an administrator put on its list.
 */
@Singleton
public class AskableScopes {
  private static final List<String> ALWAYS = List.of(Scopes.OPENID, Scopes.OFFLINE_ACCESS);

  private final ConsentScopes lists;

  AskableScopes(ConsentScopes lists) {
    this.lists = lists;
  }

  /** Those of the provider's own scopes that the client must not ask for. */
  public Scopes beyond(Tenant tenant, Client client, Scopes asked) {
    return client.firstParty()
        ? Scopes.NONE
        : OidcScopes.of(asked).without(ALWAYS).without(allowed(tenant, client).own());
  }

  /** Those of the scopes at resources that the client may have. */
  public Map<String, Scopes> of(Tenant tenant, Client client, Map<String, Scopes> available) {
    if (client.firstParty() || available.isEmpty()) {
      return available;
    }
    AllowedScopes allowed = allowed(tenant, client);
    Map<String, Scopes> kept = new LinkedHashMap<>();
    available.forEach(
        (indicator, scopes) -> kept.put(indicator, scopes.and(allowed.at(indicator))));
    return kept;
  }

  private AllowedScopes allowed(Tenant tenant, Client client) {
    return lists.allowed(tenant.id(), client.id());
  }
}
