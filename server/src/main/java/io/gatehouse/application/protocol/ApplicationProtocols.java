package io.gatehouse.application.protocol;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.EncryptionKeys;
import io.gatehouse.tenant.key.SigningKeys;
import jakarta.inject.Singleton;
import java.util.Objects;

/** What the applications of a tenant have agreed on with the provider. */
@Singleton
public class ApplicationProtocols {
  private static final String NOUN = "application.protocol";

  private final ApplicationProtocolStore store;
  private final Applications applications;
  private final SectorIdentifiers sectors;
  private final SigningKeys keys;
  private final EncryptionKeys encryption;
  private final AdminChanges changes;

  ApplicationProtocols(
      ApplicationProtocolStore store,
      Applications applications,
      SectorIdentifiers sectors,
      SigningKeys keys,
      EncryptionKeys encryption,
      AdminChanges changes) {
    this.store = store;
    this.applications = applications;
    this.sectors = sectors;
    this.keys = keys;
    this.encryption = encryption;
    this.changes = changes;
  }

  /** What holds for the application. */
  public ApplicationProtocol of(TenantId tenant, String applicationId) {
    return store.find(tenant, applicationId).orElse(ApplicationProtocol.DEFAULT);
  }

  ApplicationProtocol get(TenantId tenant, String applicationId) {
    return of(tenant, applications.get(tenant, applicationId).id());
  }

  /** The same at the wish of an administrator, whose application joins no group by mistake. */
  ApplicationProtocol set(
      TenantId tenant, Actor actor, String applicationId, ApplicationProtocol wanted) {
    Application application = applications.get(tenant, applicationId);
    String before = of(tenant, applicationId).sectorIdentifierUri();
    // Where the group stays, its list need not answer for other settings to be changed.
    if (!application.builtIn() && !Objects.equals(before, wanted.sectorIdentifierUri())) {
      sectors
          .refusal(wanted, application.oidcClientMetadata().redirectUris())
          .ifPresent(why -> {
            throw ApplicationError.contradictory(why);
          });
    }
    return replace(tenant, actor, applicationId, wanted);
  }

  /**
   * Sets what holds for the application; what is left out has its default. Whoever calls has looked
   * whether it is of the group that it names.
   */
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
      if (wanted.requestObjectEncryptionAlg() != null) {
        encryption.prepare(tenant, wanted.requestObjectEncryptionAlg());
      }
    });
    return wanted;
  }
}
