package io.gatehouse.organization.scope;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can be done with the scopes of the organization template. */
@Singleton
public class OrganizationScopes {
  /** In the administrators' audit. */
  private static final String NOUN = "organization_scope";

  private final OrganizationScopeStore store;
  private final OrganizationChanges changes;
  private final InstantSource clock;

  OrganizationScopes(
      OrganizationScopeStore store, OrganizationChanges changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  Slice<OrganizationScope> list(TenantId tenant, Optional<String> text, Page page) {
    return store.list(tenant, text, page);
  }

  /** Those of the scopes that exist. */
  public List<OrganizationScope> named(TenantId tenant, Collection<String> names) {
    return store.named(tenant, names);
  }

  /** The scope, or the end of the request. */
  public OrganizationScope get(TenantId tenant, OrganizationScopeId id) {
    return store
        .find(tenant, id)
        .orElseThrow(() -> EntityError.missing("organization_scopes", id.value()));
  }

  OrganizationScope create(TenantId tenant, Actor actor, OrganizationScopeInput input) {
    OrganizationScope scope =
        new OrganizationScope(
            tenant, new OrganizationScopeId(Ids.standardId()), input.name(), input.description());
    AdminChange change = AdminChange.created(NOUN, scope.id().value(), scope);
    changes.make(tenant, actor, change, () -> store.insert(scope, clock.instant()));
    return scope;
  }

  OrganizationScope change(
      TenantId tenant, Actor actor, OrganizationScopeId id, OrganizationScopePatch patch) {
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    OrganizationScope before = store.find(tenant, id).orElseThrow(OrganizationScopes::gone);
    return changes.make(
        tenant,
        actor,
        () -> store.update(tenant, id, patch).orElseThrow(OrganizationScopes::gone),
        after -> AdminChange.updated(NOUN, id.value(), before, after));
  }

  /** Deletes the scope and takes it from every role. */
  void delete(TenantId tenant, Actor actor, OrganizationScopeId id) {
    OrganizationScope before = store.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
    changes.make(
        tenant,
        actor,
        AdminChange.deleted(NOUN, id.value(), before),
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private static RuntimeException gone() {
    return EntityError.NOT_EXISTS.exception(Map.of("name", NOUN));
  }
}
