package io.gatehouse.oidc.authorize;

import io.gatehouse.oidc.client.AskableScopes;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a browser stands with a client: who is signed in, what is granted, what may be.
 */
@Singleton
class Situations {
  private final AuthorizationStore store;
  private final AskableScopes askable;
  private final InstantSource clock;

  Situations(AuthorizationStore store, AskableScopes askable, InstantSource clock) {
    this.store = store;
    this.askable = askable;
    this.clock = clock;
  }

  /** By the secret of the session's cookie; empty when nobody is signed in. */
  Optional<Situation> of(
      Tenant tenant, Client client, AuthorizationRequest request, @Nullable String secret) {
    return of(tenant, client, request, secret, null);
  }

  /**
   * The same once the person has chosen where the client may act for them.
   *
   * @param organization the only one; null for what the request says
   */
  Optional<Situation> of(
      Tenant tenant,
      Client client,
      AuthorizationRequest request,
      @Nullable String secret,
      @Nullable String organization) {
    var wanted =
        new AuthorizationStore.Wanted(
            client.id(),
            client.application().restricted(),
            request.resources(),
            organization == null ? request.parameters().get("organization_id") : organization);
    return secret == null
        ? Optional.empty()
        : store
            .situation(tenant.id(), secret, wanted, clock.instant())
            .map(found -> limited(tenant, client, found));
  }

  private Situation limited(Tenant tenant, Client client, Situation found) {
    return new Situation(
        found.session(),
        found.grant(),
        askable.of(tenant, client, found.available()),
        found.admitted());
  }
}
