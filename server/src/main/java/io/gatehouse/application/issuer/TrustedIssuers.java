package io.gatehouse.application.issuer;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose assertions the applications of a tenant may present. */
@Singleton
public class TrustedIssuers {
  private static final String NOUN = "application.trusted_issuer";
  private static final int MOST = 20;

  private final TrustedIssuerStore store;
  private final Applications applications;
  private final AdminChanges changes;
  private final InstantSource clock;
  private final TenantCache<String, List<TrustedIssuer>> cache;

  TrustedIssuers(
      TrustedIssuerStore store,
      Applications applications,
      AdminChanges changes,
      Invalidations invalidations,
      InstantSource clock) {
    this.store = store;
    this.applications = applications;
    this.changes = changes;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 10_000, Applications.TOPIC);
  }

  /** The issuer of this name, where the application trusts it; from the cache. */
  public Optional<TrustedIssuer> find(TenantId tenant, String applicationId, String issuer) {
    return cache.get(tenant, applicationId, () -> store.list(tenant, applicationId)).stream()
        .filter(each -> each.issuer().equals(issuer))
        .findFirst();
  }

  List<TrustedIssuer> list(TenantId tenant, String applicationId) {
    return store.list(tenant, applications.get(tenant, applicationId).id());
  }

  /** Lets the application present what the issuer says. */
  TrustedIssuer add(TenantId tenant, Actor actor, String applicationId, TrustedIssuerInput input) {
    Application application = applications.get(tenant, applicationId);
    check(application, input);
    TrustedIssuer made =
        new TrustedIssuer(
            Ids.standardId(),
            input.issuer(),
            input.audience(),
            input.jwks(),
            input.jwksUri(),
            input.subject(),
            input.target(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      changes.make(
          tenant,
          actor,
          Applications.TOPIC,
          new AdminChange(
              NOUN + ".created", NOUN, applicationId, null, Map.of("issuer", input.issuer())),
          () -> {
            if (!store.insert(tenant, applicationId, made, MOST)) {
              throw refused("An application trusts 20 issuers at most.");
            }
          });
    } catch (DbException.Unique e) {
      throw refused("The application trusts this issuer already.");
    }
    return made;
  }

  private static void check(Application application, TrustedIssuerInput input) {
    // Nobody is asked for consent on this way, so it is for applications of the house.
    if (application.builtIn() || application.thirdParty()) {
      throw refused("Only applications of your own can present assertions.");
    }
    if ((input.jwks() == null) == (input.jwksUri() == null)) {
      throw refused("Keys are either given or published at an address.");
    }
    if ((input.subject() == SubjectMapping.IDENTITY) != (input.target() != null)) {
      throw refused("A target is named where subjects are identities, and only there.");
    }
  }

  void remove(TenantId tenant, Actor actor, String applicationId, String id) {
    applications.get(tenant, applicationId);
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        () ->
            store
                .delete(tenant, applicationId, id)
                .orElseThrow(() -> EntityError.missing("application_trusted_issuers", id)),
        gone ->
            new AdminChange(
                NOUN + ".deleted", NOUN, applicationId, Map.of("issuer", gone.issuer()), null));
  }

  private static RuntimeException refused(String reason) {
    return ApplicationError.contradictory(reason);
  }
}
