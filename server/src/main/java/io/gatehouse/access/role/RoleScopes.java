package io.gatehouse.access.role;

import io.gatehouse.access.ManagementApis;
import io.gatehouse.access.resource.Resources;
import io.gatehouse.access.scope.Scope;
import io.gatehouse.access.scope.ScopeId;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What roles grant. */
@Singleton
class RoleScopes {
  private final RoleScopeStore store;
  private final Resources resources;
  private final AdminChanges changes;

  RoleScopes(RoleScopeStore store, Resources resources, AdminChanges changes) {
    this.store = store;
    this.resources = resources;
    this.changes = changes;
  }

  Slice<ScopeOfRole> list(TenantId tenant, RoleId role, Search search, Page page) {
    Slice<Scope> scopes = store.list(tenant, role, search, page);
    var known = resources.byId(tenant, scopes.items().stream().map(Scope::resourceId).toList());
    return scopes.map(scope ->
        new ScopeOfRole(scope, Optional.ofNullable(known.get(scope.resourceId())).orElseThrow()));
  }

  /** Every scope of the role. */
  List<Scope> all(TenantId tenant, RoleId role) {
    return store.list(tenant, role, Search.NONE, Page.WHOLE).items();
  }

  /** Lets the role grant more; all of the scopes, or none. */
  void add(Role role, Actor actor, List<String> scopes) {
    changes.make(
        role.tenantId(),
        actor,
        Roles.TOPIC,
        AdminChange.updated("role", role.id().value(), List.of(), Map.of("scopeIds", scopes)),
        () -> link(role, scopes));
  }

  /** The rule alone, within a change. The order of the checks is what clients see. */
  void link(Role role, List<String> scopes) {
    if (scopes.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    var candidates = store.candidates(role.tenantId(), role.id(), scopes);
    for (var candidate : candidates) {
      if (candidate.granted()) {
        throw RoleError.SCOPE_EXISTS.exception(Map.of("scopeId", candidate.id()));
      }
    }
    var known = candidates.stream().map(RoleScopeStore.Candidate::id).toList();
    for (String scope : scopes) {
      if (!known.contains(scope)) {
        throw EntityError.missing("scopes", scope);
      }
    }
    if (role.type() == RoleType.User
        && candidates.stream().anyMatch(c -> ManagementApis.includes(c.indicator()))) {
      throw RoleError.MANAGEMENT_SCOPES_ARE_FOR_MACHINES.exception();
    }
    store.add(role.tenantId(), role.id(), scopes);
  }

  void remove(TenantId tenant, Actor actor, RoleId role, ScopeId scope) {
    changes.make(
        tenant,
        actor,
        Roles.TOPIC,
        AdminChange.updated("role", role.value(), Map.of("scopeIds", List.of(scope)), List.of()),
        () -> {
          if (!store.remove(tenant, role, scope)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }
}
