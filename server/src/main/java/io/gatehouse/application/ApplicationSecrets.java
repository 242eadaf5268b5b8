package io.gatehouse.application;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of confidential applications: several at once, so that they can be replaced without
 * an outage.
 */
@Singleton
public class ApplicationSecrets {
  private static final int LENGTH = 32;

  private final Applications applications;
  private final ApplicationStore store;
  private final InstantSource clock;

  ApplicationSecrets(Applications applications, ApplicationStore store, InstantSource clock) {
    this.applications = applications;
    this.store = store;
    this.clock = clock;
  }

  List<ApplicationSecret> list(TenantId tenant, String applicationId) {
    applications.get(tenant, applicationId);
    return store.secrets(tenant, applicationId);
  }

  /** Makes another secret that does not expire, for whoever holds the command line. */
  public ApplicationSecret create(TenantId tenant, Actor actor, String applicationId, String name) {
    return create(tenant, actor, applicationId, new SecretInput(name, null));
  }

  ApplicationSecret create(TenantId tenant, Actor actor, String applicationId, SecretInput input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (input.expiresAt() != null && input.expiresAt().isBefore(now)) {
      throw RequestError.invalidInput("expiresAt must be in the future");
    }
    Application application = applications.getOwn(tenant, applicationId);
    if (!application.type().confidential() && application.type() != ApplicationType.SAML) {
      throw EntityError.CONSTRAINT_VIOLATED.exception();
    }
    ApplicationSecret secret =
        new ApplicationSecret(input.name(), Ids.secret(LENGTH), now, input.expiresAt());
    try {
      applications.changing(
          tenant,
          actor,
          change(applicationId, "created", null, input.name()),
          () -> store.insertSecret(tenant, applicationId, secret));
    } catch (DbException.Unique e) {
      throw ApplicationError.SECRET_NAME_EXISTS.exception();
    }
    return secret;
  }

  ApplicationSecret rename(
      TenantId tenant, Actor actor, String applicationId, String name, String newName) {
    applications.getOwn(tenant, applicationId);
    try {
      applications.changing(
          tenant,
          actor,
          change(applicationId, "renamed", name, newName),
          () -> {
            if (!store.renameSecret(tenant, applicationId, name, newName)) {
              throw EntityError.NOT_EXISTS.exception(Map.of("name", "application_secret"));
            }
          });
    } catch (DbException.Unique e) {
      throw ApplicationError.SECRET_NAME_EXISTS.exception();
    }
    return store.secrets(tenant, applicationId).stream()
        .filter(secret -> secret.name().equals(newName))
        .findFirst()
        .orElseThrow();
  }

  void delete(TenantId tenant, Actor actor, String applicationId, String name) {
    applications.getOwn(tenant, applicationId);
    applications.changing(
        tenant,
        actor,
        change(applicationId, "deleted", name, null),
        () -> {
          if (!store.deleteSecret(tenant, applicationId, name)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private static AdminChange change(
      String applicationId, String verb, @Nullable String before, @Nullable String after) {
    return new AdminChange(
        "application.credential." + verb,
        Applications.NOUN,
        applicationId,
        named(before),
        named(after));
  }

  private static @Nullable Object named(@Nullable String name) {
    return name == null ? null : Map.of("name", name);
  }
}
