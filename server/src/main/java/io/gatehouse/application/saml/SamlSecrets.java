package io.gatehouse.application.saml;

import io.gatehouse.application.ApplicationType;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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

  /** A key with its certificate, before it belongs to an application. */
  record Made(SamlSecret secret, SigningCertificate certificate) {}

  List<SamlSecret> list(TenantId tenant, String application) {
    return store.list(tenant, application);
  }

  Optional<SamlSecret> active(TenantId tenant, String application) {
    return store.active(tenant, application);
  }

  /** What the active secret signs with. */
  Optional<SigningCredential> credential(TenantId tenant, String application) {
    return store.credential(tenant, application);
  }

  /** Stages a secret. */
  SamlSecret create(TenantId tenant, Actor actor, String application, int years) {
    ApplicationType type =
        applications
            .type(tenant, application)
            .orElseThrow(EntityError.RELATION_NOT_FOUND::exception);
    if (type != ApplicationType.SAML) {
      throw EntityError.CONSTRAINT_VIOLATED.exception();
    }
    Made made = make(application, years, false);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> keep(tenant, application, made),
        secret -> AdminChange.created(NOUN, secret.id(), secret));
  }

  /** Makes a key; this takes a moment, so it belongs before a transaction. */
  Made make(String application, int years, boolean active) {
    Instant now = clock.instant();
    Instant expires = now.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    SigningCertificate made = SigningCertificate.make("saml-" + application, now, expires);
    SamlSecret secret =
        new SamlSecret(
            Ids.standardId(),
            made.certificate(),
            now,
            expires,
            active,
            SigningCertificate.fingerprints(made.certificate()));
    return new Made(secret, made);
  }

  SamlSecret keep(TenantId tenant, String application, Made made) {
    return store.insert(tenant, application, made.secret(), made.certificate());
  }

  SamlSecret setActive(
      TenantId tenant, Actor actor, String application, String id, boolean active) {
    SamlSecret before = stored(tenant, application, id);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> {
          if (before.active() == active) {
            return before;
          }
          if (active) {
            store.deactivateAll(tenant, application);
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
    SamlSecret before = stored(tenant, application, id);
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

  private SamlSecret stored(TenantId tenant, String application, String id) {
    return store.find(tenant, application, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }
}
