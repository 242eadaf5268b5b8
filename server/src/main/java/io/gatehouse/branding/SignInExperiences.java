package io.gatehouse.branding;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The sign-in settings of the tenants; the only door. */
@Singleton
public class SignInExperiences {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "sign_in_experiences";

  private static final String NOUN = "sign_in_experience";

  private final SignInExperienceStore store;
  private final AdminChanges changes;
  private final Invalidations invalidations;
  private final SignInExperienceRules rules;
  private final InstantSource clock;
  private final TenantCache<String, Optional<SignInExperience>> cache;

  SignInExperiences(
      SignInExperienceStore store,
      AdminChanges changes,
      Invalidations invalidations,
      SignInExperienceRules rules,
      InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.invalidations = invalidations;
    this.rules = rules;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** The tenant's settings. */
  public SignInExperience of(TenantId tenant) {
    return cache
        .get(tenant, "", () -> store.find(tenant))
        .orElseThrow(() ->
            EntityError.NOT_EXISTS_WITH_ID.exception(
                Map.of("name", "sign_in_experiences", "id", "default")));
  }

  /**
   * Ends a tenant's time of taking registrations only, in the caller's transaction: from now on
   * people sign in.
   *
   * @return false when it had ended before; of several callers one is told true
   */
  public boolean closeRegistration(TenantId tenant) {
    boolean closed = store.closeRegistration(tenant, clock.instant());
    if (closed) {
      invalidations.changed(tenant, TOPIC);
    }
    return closed;
  }

  /** Changes the settings: reads, checks in the contract's order, and writes in one transaction. */
  SignInExperience change(TenantId tenant, Actor actor, SignInExperiencePatch patch) {
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return changes
        .make(
            tenant,
            actor,
            TOPIC,
            () -> {
              SignInExperience before = store.find(tenant).orElseThrow();
              SignInExperience after = rules.apply(tenant, before, patch);
              store.put(tenant, after, clock.instant());
              return new Changed(before, after);
            },
            done -> AdminChange.updated(NOUN, "default", done.before(), done.after()))
        .after();
  }

  /**
   * Follows the end of a connector, in the transaction that ends it: a button whose provider is
   * gone goes too. Ends the request when passwords that expire could no longer be renewed.
   */
  public void connectorGone(TenantId tenant, Actor actor) {
    Optional<SignInExperience> found = store.find(tenant);
    if (found.isEmpty()) {
      return;
    }
    SignInExperience before = found.get();
    SignInExperience after = rules.withoutConnector(tenant, before);
    if (!after.socialSignInConnectorTargets().equals(before.socialSignInConnectorTargets())) {
      changes.make(
          tenant,
          actor,
          TOPIC,
          AdminChange.updated(NOUN, "default", before, after),
          () -> store.put(tenant, after, clock.instant()));
    }
  }

  private record Changed(SignInExperience before, SignInExperience after) {}
}
