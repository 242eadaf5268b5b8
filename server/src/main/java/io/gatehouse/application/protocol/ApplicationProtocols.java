package io.gatehouse.application.protocol;

import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.util.Objects;

/** What the applications of a tenant have agreed on with the provider. */
@Singleton
public class ApplicationProtocols {
  private static final String NOUN = "application.protocol";

  private final ApplicationProtocolStore store;
  private final Applications applications;
  private final SigningKeys keys;
  private final AdminChanges changes;

  ApplicationProtocols(
      ApplicationProtocolStore store,
      Applications applications,
      SigningKeys keys,
      AdminChanges changes) {
    this.store = store;
    this.applications = applications;
    this.keys = keys;
    this.changes = changes;
  }

  /** What holds for the application. */
  public ApplicationProtocol of(TenantId tenant, String applicationId) {
    return store.find(tenant, applicationId).orElse(ApplicationProtocol.DEFAULT);
  }

  ApplicationProtocol get(TenantId tenant, String applicationId) {
    return of(tenant, applications.get(tenant, applicationId).id());
  }

  /** Sets what holds for the application; what is left out has its default. */
  public ApplicationProtocol replace(
      TenantId tenant, Actor actor, String applicationId, ApplicationProtocol wanted) {
    if (applications.get(tenant, applicationId).builtIn()) {
      throw EntityError.missing("applications", applicationId);
    }
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        AdminChange.updated(NOUN, applicationId, of(tenant, applicationId), wanted),
        () -> store.replace(tenant, applicationId, wanted));
    // Their keys are published as soon as they are made; the first signature waits for that.
    changes.afterwards(() -> {
      for (String algorithm : wanted.algorithms()) {
        keys.prepare(tenant, Objects.requireNonNull(SigningAlgorithm.of(algorithm)));
      }
    });
    return wanted;
  }
}
