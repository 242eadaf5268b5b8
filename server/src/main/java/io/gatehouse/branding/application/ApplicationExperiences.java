package io.gatehouse.branding.application;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.input.Change;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the applications of a tenant change of its sign-in settings. */
@Singleton
public class ApplicationExperiences {
  private static final String NOUN = "application.sign_in_experience";

  private final ApplicationExperienceStore store;
  private final Applications applications;
  private final AdminChanges changes;
  private final TenantCache<String, Optional<ApplicationExperience>> cache;

  ApplicationExperiences(
      ApplicationExperienceStore store,
      Applications applications,
      AdminChanges changes,
      Invalidations invalidations) {
    this.store = store;
    this.applications = applications;
    this.changes = changes;
    this.cache =
        new TenantCache<>(invalidations, 10_000, SignInExperiences.TOPIC, Applications.TOPIC);
  }

  /** What the application changes, from the cache. */
  public ApplicationExperience of(TenantId tenant, Application application) {
    String id = application.id();
    return cache
        .get(tenant, id, () -> store.find(tenant, id))
        .orElseGet(() -> ApplicationExperience.none(tenant, id));
  }

  ApplicationExperience get(TenantId tenant, String applicationId) {
    applications.get(tenant, applicationId);
    return store
        .find(tenant, applicationId)
        .orElseThrow(() -> EntityError.missing("application_sign_in_experiences", applicationId));
  }

  /** Shows people what an application says of itself. */
  public void introduce(
      TenantId tenant, Actor actor, String applicationId, Introduction introduction) {
    put(
        tenant,
        actor,
        applicationId,
        new ApplicationExperienceInput(
            null,
            new Looks.Branding(introduction.logo(), null, null, null),
            Change.keep(),
            Change.to(introduction.terms()),
            Change.to(introduction.privacy()),
            Change.to(introduction.name())));
  }

  /** How an application introduces itself to people. */
  public record Introduction(
      String name, @Nullable String logo, @Nullable String terms, @Nullable String privacy) {}

  /** What was written, and whether it was the first time. */
  record Written(ApplicationExperience experience, boolean first) {}

  Written put(
      TenantId tenant, Actor actor, String applicationId, ApplicationExperienceInput input) {
    applications.get(tenant, applicationId);
    return changes.make(
        tenant,
        actor,
        SignInExperiences.TOPIC,
        () -> written(tenant, applicationId, input),
        written -> AdminChange.created(NOUN, applicationId, written.experience()));
  }

  private Written written(TenantId tenant, String applicationId, ApplicationExperienceInput input) {
    Optional<ApplicationExperience> before = store.lock(tenant, applicationId);
    if (before.isPresent() && input.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    ApplicationExperience after =
        input.applyTo(before.orElseGet(() -> ApplicationExperience.none(tenant, applicationId)));
    store.put(after);
    return new Written(after, before.isEmpty());
  }
}
