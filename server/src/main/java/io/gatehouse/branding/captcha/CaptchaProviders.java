package io.gatehouse.branding.captcha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Each tenant's captcha provider. */
@Singleton
public class CaptchaProviders {
  private static final String TOPIC = "captcha_providers";
  private static final String NOUN = "captcha_provider";

  private final CaptchaProviderStore store;
  private final AdminChanges changes;
  private final Invalidations invalidations;
  private final InstantSource clock;
  private final TenantCache<String, Optional<CaptchaProvider>> cache;

  CaptchaProviders(
      CaptchaProviderStore store,
      AdminChanges changes,
      Invalidations invalidations,
      InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.invalidations = invalidations;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** The tenant's provider, from the cache. */
  public Optional<CaptchaProvider> find(TenantId tenant) {
    return cache.get(tenant, "", () -> store.find(tenant));
  }

  /** The provider, or the end of the request. */
  CaptchaProvider get(TenantId tenant) {
    return store.find(tenant).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  /** Configures the provider; it is switched on by the sign-in settings. */
  CaptchaProvider put(TenantId tenant, Actor actor, CaptchaConfig config) {
    Optional<CaptchaProvider> before = store.find(tenant);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () ->
            store.put(
                tenant, Ids.standardId(), JsonCodec.mapper().valueToTree(config), clock.instant()),
        after ->
            before
                .map(old -> AdminChange.updated(NOUN, after.id(), keyless(old), keyless(after)))
                .orElseGet(() -> AdminChange.created(NOUN, after.id(), keyless(after))));
  }

  /** Deletes the provider, if there is one, and switches it off. */
  void delete(TenantId tenant, Actor actor) {
    ObjectNode before =
        store.find(tenant).map(CaptchaProviders::keyless).orElseGet(JsonCodec::object);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, tenant.value(), before),
        () -> {
          store.delete(tenant);
          store.switchOff(tenant);
          invalidations.changed(tenant, SignInExperiences.TOPIC);
        });
  }

  /** For the audit: which provider, without its keys. */
  private static ObjectNode keyless(CaptchaProvider provider) {
    return JsonCodec.object().put("type", provider.config().path("type").asText());
  }
}
