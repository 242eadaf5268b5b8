package io.gatehouse.application.saml;

import io.gatehouse.application.ApplicationType;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.key.CertifiedKey;
import io.gatehouse.platform.saml.key.NewKey;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What SAML applications sign with. */
@Singleton
class SamlSecrets {
  private static final String TOPIC = "saml_application_secrets";
  private static final String NOUN = "saml_secret";

  private final SamlSecretStore store;
  private final SamlApplicationStore applications;
  private final AdminChanges changes;
  private final InstantSource clock;

  SamlSecrets(
      SamlSecretStore store,
      SamlApplicationStore applications,
      AdminChanges changes,
      InstantSource clock) {
    this.store = store;
    this.applications = applications;
    this.changes = changes;
    this.clock = clock;
  }

  List<CertifiedKey> list(TenantId tenant, String application) {
    return store.list(tenant, application);
  }

  Optional<CertifiedKey> active(TenantId tenant, String application) {
    return store.active(tenant, application);
  }

  /** What the active secret signs with. */
  Optional<SigningCredential> credential(TenantId tenant, String application) {
    return store
        .signing(tenant, application)
        .map(made -> SigningCredential.of(made.privateKey(), made.certificate()));
  }

  /** Stages a secret. */
  CertifiedKey create(TenantId tenant, Actor actor, String application, int years) {
    ApplicationType type =
        applications
            .type(tenant, application)
            .orElseThrow(EntityError.RELATION_NOT_FOUND::exception);
    if (type != ApplicationType.SAML) {
      throw EntityError.CONSTRAINT_VIOLATED.exception();
    }
    NewKey made = make(application, years, false);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> keep(tenant, application, made),
        secret -> AdminChange.created(NOUN, secret.id(), secret));
  }

  /** Makes a key; this takes a moment, so it belongs before a transaction. */
  NewKey make(String application, int years, boolean active) {
    return NewKey.make("saml-" + application, clock.instant(), years, active);
  }

  CertifiedKey keep(TenantId tenant, String application, NewKey made) {
    return store.insert(tenant, application, made);
  }

  CertifiedKey setActive(
      TenantId tenant, Actor actor, String application, String id, boolean active) {
    CertifiedKey before = stored(tenant, application, id);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> {
          if (before.active() == active) {
            return before;
          }
          return store
              .setActive(tenant, application, id, active)
              .orElseThrow(EntityError.NOT_FOUND::exception);
        },
        after ->
            AdminChange.changed(
                NOUN, after.id(), after.active() ? "activated" : "deactivated", before, after));
  }

  void delete(TenantId tenant, Actor actor, String application, String id) {
    CertifiedKey before = stored(tenant, application, id);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, id, before),
        () -> {
          if (!store.delete(tenant, application, id)) {
            throw store.find(tenant, application, id).isPresent()
                ? SamlError.SECRET_ACTIVE.exception()
                : EntityError.NOT_FOUND.exception();
          }
        });
  }

  private CertifiedKey stored(TenantId tenant, String application, String id) {
    return store.find(tenant, application, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }
}
