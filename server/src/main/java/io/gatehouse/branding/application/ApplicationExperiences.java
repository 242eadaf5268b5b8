package io.gatehouse.branding.application;

import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.application.cimd.DescribedClients;
import io.gatehouse.application.metadata.Introduction;
import io.gatehouse.application.metadata.Introductions;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.input.Change;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the applications of a tenant change of its sign-in settings. */
@Singleton
public class ApplicationExperiences {
  private static final String NOUN = "application.sign_in_experience";

  private final ApplicationExperienceStore store;
  private final Applications applications;
  private final DescribedClients described;
  private final AdminChanges changes;
  private final TenantCache<String, Optional<ApplicationExperience>> cache;

  ApplicationExperiences(
      ApplicationExperienceStore store,
      Applications applications,
      DescribedClients described,
      AdminChanges changes,
      Invalidations invalidations) {
    this.store = store;
    this.applications = applications;
    this.described = described;
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

  /**
   * How somebody else's application introduces itself to people who read this language; one that
   * nobody has registered as it describes itself.
   */
  public ApplicationExperience introducing(
      TenantId tenant, Application application, Language language) {
    return introduced(tenant, application).in(language);
  }

  /** Every picture that it may introduce itself with. */
  public List<String> logos(TenantId tenant, Application application) {
    return introduced(tenant, application).logos();
  }

  private ApplicationExperience introduced(TenantId tenant, Application application) {
    String id = application.id();
    return described
        .introductions(tenant, id)
        .map(said -> ApplicationExperience.described(tenant, id, said))
        .orElseGet(() -> of(tenant, application));
  }

  ApplicationExperience get(TenantId tenant, String applicationId) {
    applications.get(tenant, applicationId);
    return store
        .find(tenant, applicationId)
        .orElseThrow(() -> EntityError.missing("application_sign_in_experiences", applicationId));
  }

  /** Shows people what an application says of itself. */
  public void introduce(
      TenantId tenant, Actor actor, String applicationId, Introductions introductions) {
    Introduction usual = introductions.usual();
    put(
        tenant,
        actor,
        applicationId,
        new ApplicationExperienceInput(
            null,
            new Looks.Branding(usual.logo(), null, null, null),
            Change.keep(),
            Change.to(usual.terms()),
            Change.to(usual.privacy()),
            Change.to(usual.name())),
        introductions.inLanguages());
  }

  /** What was written, and whether it was the first time. */
  record Written(ApplicationExperience experience, boolean first) {}

  Written put(
      TenantId tenant, Actor actor, String applicationId, ApplicationExperienceInput input) {
    return put(tenant, actor, applicationId, input, Map.of());
  }

  private Written put(
      TenantId tenant,
      Actor actor,
      String applicationId,
      ApplicationExperienceInput input,
      Map<String, Introduction> inLanguages) {
    applications.get(tenant, applicationId);
    return changes.make(
        tenant,
        actor,
        SignInExperiences.TOPIC,
        () -> written(tenant, applicationId, input, inLanguages),
        written -> AdminChange.created(NOUN, applicationId, written.experience()));
  }

  private Written written(
      TenantId tenant,
      String applicationId,
      ApplicationExperienceInput input,
      Map<String, Introduction> inLanguages) {
    Optional<ApplicationExperience> before = store.lock(tenant, applicationId);
    if (before.isPresent() && input.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    ApplicationExperience after =
        input.applyTo(
            before.orElseGet(() -> ApplicationExperience.none(tenant, applicationId)), inLanguages);
    store.put(after);
    return new Written(after, before.isEmpty());
  }
}
