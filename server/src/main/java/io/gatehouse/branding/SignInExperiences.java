package io.gatehouse.branding;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.Db;
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

  private final SignInExperienceStore store;
  private final Db db;
  private final Invalidations invalidations;
  private final SignInExperienceRules rules;
  private final InstantSource clock;
  private final TenantCache<String, Optional<SignInExperience>> cache;

  SignInExperiences(
      SignInExperienceStore store,
      Db db,
      Invalidations invalidations,
      SignInExperienceRules rules,
      InstantSource clock) {
    this.store = store;
    this.db = db;
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

  /** Changes the settings: reads, checks in the contract's order, and writes in one transaction. */
  SignInExperience change(TenantId tenant, SignInExperiencePatch patch) {
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return db.transaction(
        tenant,
        () -> {
          SignInExperience before = store.find(tenant).orElseThrow();
          SignInExperience after = rules.apply(tenant, before, patch);
          store.put(tenant, after, clock.instant());
          invalidations.changed(tenant, TOPIC);
          return after;
        });
  }
}
