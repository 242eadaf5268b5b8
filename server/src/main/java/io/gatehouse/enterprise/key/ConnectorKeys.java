package io.gatehouse.enterprise.key;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.saml.key.CertifiedKey;
import io.gatehouse.platform.saml.key.NewKey;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The signing keys of connectors. */
@Singleton
public class ConnectorKeys {
  private static final String TOPIC = "sso_signing_keys";
  private static final String NOUN = "sso_signing_key";
  private static final int YEARS = 3;

  private final SigningKeyStore store;
  private final AdminChanges changes;
  private final InstantSource clock;

  ConnectorKeys(SigningKeyStore store, AdminChanges changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /** Whether requests to the connector's provider can be signed. */
  public boolean hasActive(TenantId tenant, String connector) {
    return store.active(tenant, connector).isPresent();
  }

  /** The key that signs requests now. */
  public Optional<SigningCertificate> active(TenantId tenant, String connector) {
    return store.signing(tenant, connector);
  }

  List<CertifiedKey> list(TenantId tenant, String connector) {
    return store.list(tenant, connector);
  }

  /** Makes a key; an active one takes the place of the one before. */
  CertifiedKey create(TenantId tenant, Actor actor, String connector, boolean active) {
    NewKey made = NewKey.make("sso-" + connector, clock.instant(), YEARS, active);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> store.insert(tenant, connector, made),
        key -> AdminChange.created(NOUN, key.id(), key));
  }

  /**
   * Activates or deactivates a key.
   *
   * @param needed whether requests are signed, so that one must stay active
   */
  CertifiedKey setActive(
      TenantId tenant, Actor actor, String connector, KeyChange change, boolean needed) {
    CertifiedKey before = stored(tenant, connector, change.id());
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> {
          if (before.active() == change.active()) {
            return before;
          }
          if (!change.active() && needed) {
            throw SsoError.SIGNING_KEY_IN_USE.exception();
          }
          return store
              .setActive(tenant, connector, change.id(), change.active())
              .orElseThrow(EntityError.NOT_FOUND::exception);
        },
        after ->
            AdminChange.changed(
                NOUN, after.id(), after.active() ? "activated" : "deactivated", before, after));
  }

  /** A key that is to be active, or no longer. */
  record KeyChange(String id, boolean active) {}

  void delete(TenantId tenant, Actor actor, String connector, String id) {
    CertifiedKey before = stored(tenant, connector, id);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, id, before),
        () -> {
          if (!store.delete(tenant, connector, id)) {
            throw store.find(tenant, connector, id).isPresent()
                ? SsoError.SIGNING_KEY_ACTIVE.exception()
                : EntityError.NOT_FOUND.exception();
          }
        });
  }

  private CertifiedKey stored(TenantId tenant, String connector, String id) {
    return store.find(tenant, connector, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }
}
