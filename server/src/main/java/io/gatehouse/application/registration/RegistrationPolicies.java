package io.gatehouse.application.registration;

import io.gatehouse.application.consent.ConsentScopes;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Configs;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** Which clients the tenants let register themselves. */
@Singleton
public class RegistrationPolicies {
  private final Configs configs;
  private final ConsentScopes scopes;
  private final AdminAudit audit;
  private final Db db;

  RegistrationPolicies(Configs configs, ConsentScopes scopes, AdminAudit audit, Db db) {
    this.configs = configs;
    this.scopes = scopes;
    this.audit = audit;
    this.db = db;
  }

  /** What holds for the tenant, from the cache. */
  public RegistrationPolicy of(TenantId tenant) {
    return configs
        .find(tenant, Configs.REGISTRATION)
        .map(value -> JsonCodec.read(value.toString(), RegistrationPolicy.class))
        .orElse(RegistrationPolicy.OFF);
  }

  /** Whether clients may register themselves; asked for each discovery document. */
  public boolean on(TenantId tenant) {
    return configs
        .find(tenant, Configs.REGISTRATION)
        .map(value -> value.path("enabled").asBoolean())
        .orElse(false);
  }

  RegistrationPolicy replace(TenantId tenant, Actor actor, RegistrationPolicy wanted) {
    scopes.requireConsentable(tenant, wanted.askable());
    RegistrationPolicy before = of(tenant);
    db.transaction(
        tenant,
        () -> {
          configs.put(tenant, Configs.REGISTRATION, JsonCodec.mapper().valueToTree(wanted));
          audit.record(
              tenant, actor, AdminChange.updated("config", Configs.REGISTRATION, before, wanted));
        });
    return wanted;
  }
}
