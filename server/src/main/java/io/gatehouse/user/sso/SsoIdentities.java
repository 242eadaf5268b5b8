package io.gatehouse.user.sso;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Everything that can be done with identities at enterprises' providers. */
@Singleton
public class SsoIdentities {
  private final SsoIdentityStore store;
  private final InstantSource clock;

  SsoIdentities(SsoIdentityStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Somebody who is known, and the connector that they first came by. */
  public record Known(User user, String ssoConnectorId) {}

  /** The person whom the issuer calls this. */
  public Optional<Known> find(TenantId tenant, String issuer, String identityId) {
    return store.find(tenant, issuer, identityId);
  }

  /** Those of a person, the oldest first. */
  public List<SsoIdentity> list(TenantId tenant, String userId) {
    return store.list(tenant, userId);
  }

  /** Whether the person has any. */
  public boolean any(TenantId tenant, String userId) {
    return store.any(tenant, userId);
  }

  /**
   * Links the identity to the person, or writes down what is new about it; belongs into the
   * caller's transaction.
   *
   * @return whether it was not the person's before
   */
  public boolean put(TenantId tenant, String userId, SsoIdentity identity) {
    return store
        .put(
            tenant,
            new SsoIdentityStore.Entry(Ids.standardId(), userId, identity),
            clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .orElseThrow(UserError.IDENTITY_IN_USE::exception);
  }
}
