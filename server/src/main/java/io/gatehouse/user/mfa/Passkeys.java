package io.gatehouse.user.mfa;

import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.credential.passkey.PasskeyError;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The passkeys and security keys of people, as signing in needs them. */
@Singleton
public class Passkeys {
  private final PasskeyStore store;
  private final InstantSource clock;

  Passkeys(PasskeyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Somebody's passkeys of this site. */
  public List<Passkey> of(TenantId tenant, String userId, String relyingParty) {
    return store.of(tenant, userId, relyingParty).stream().map(OwnedPasskey::passkey).toList();
  }

  /** The passkey of this site that an authenticator calls so. */
  public Optional<OwnedPasskey> find(TenantId tenant, String relyingParty, String credentialId) {
    try {
      return store.find(tenant, relyingParty, credentialId);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * Writes down that it was used. An answer with the same count, or an older one, comes too late:
   * of two copies one gets in.
   */
  public void use(TenantId tenant, OwnedPasskey owned, Passkey.Use use) {
    if (!store.use(tenant, owned.id(), use, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
  }

  /** Makes it somebody's; belongs into the caller's transaction. */
  public void add(TenantId tenant, String userId, NewPasskey made) {
    try {
      store.insert(
          tenant, Ids.standardId(), userId, made, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DbException.Unique e) {
      throw PasskeyError.NOT_VERIFIED.exception(); // Somebody's already.
    }
  }
}
