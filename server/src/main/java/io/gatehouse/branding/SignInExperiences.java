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
import java.util.function.UnaryOperator;

/** The sign-in settings of the tenants; the only door. */
@Singleton
public class SignInExperiences {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "sign_in_experiences";

  private final SignInExperienceStore store;
  private final Db db;
  private final Invalidations invalidations;
  private final InstantSource clock;
  private final TenantCache<String, Optional<SignInExperience>> cache;

  SignInExperiences(
      SignInExperienceStore store, Db db, Invalidations invalidations, InstantSource clock) {
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
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

  /** Changes the settings: reads, applies and writes in one transaction. */
  SignInExperience change(TenantId tenant, UnaryOperator<SignInExperience> change) {
    return db.transaction(
        tenant,
        () -> {
          SignInExperience changed = change.apply(store.find(tenant).orElseThrow());
          store.put(tenant, changed, clock.instant());
          invalidations.changed(tenant, TOPIC);
          return changed;
        });
  }
}
