package io.gatehouse.application.consent;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What clients known by the address of their metadata may ask people for: one list a tenant. */
@Singleton
public class CimdScopes {
  static final String TOPIC = "cimd_scopes";
  private static final String NOUN = "cimd.consent_scopes";

  private final CimdScopeStore store;
  private final ConsentScopes scopes;
  private final AdminChanges changes;

  CimdScopes(CimdScopeStore store, ConsentScopes scopes, AdminChanges changes) {
    this.store = store;
    this.scopes = scopes;
    this.changes = changes;
  }

  ConsentScopeList list(TenantId tenant) {
    return store.list(tenant);
  }

  /** Lets the clients ask for more; what they may ask for already is left as it is. */
  void add(TenantId tenant, Actor actor, ConsentScopesInput input) {
    scopes.requireConsentable(tenant, input);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.updated(NOUN, tenant.value(), List.of(), input),
        () -> {
          for (ScopeKind kind : ScopeKind.values()) {
            if (!input.of(kind).isEmpty()) {
              store.add(tenant, kind, input.of(kind));
            }
          }
        });
  }

  void remove(TenantId tenant, Actor actor, ScopeKind kind, String scopeId) {
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.updated(NOUN, tenant.value(), Map.of("scope", scopeId), List.of()),
        () -> {
          if (!store.remove(tenant, kind, scopeId)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }
}
