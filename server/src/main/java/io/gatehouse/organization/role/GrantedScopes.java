package io.gatehouse.organization.role;

import io.gatehouse.access.scope.Scope;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.scope.OrganizationScope;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the roles of the organization template grant. */
@Singleton
class GrantedScopes {
  private final GrantedScopeStore store;
  private final OrganizationChanges changes;

  GrantedScopes(GrantedScopeStore store, OrganizationChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  Slice<OrganizationScope> organizationScopes(TenantId tenant, OrganizationRoleId role, Page page) {
    return store.organizationScopes(tenant, role, page);
  }

  Slice<Scope> resourceScopes(TenantId tenant, OrganizationRoleId role, Page page) {
    return store.resourceScopes(tenant, role, page);
  }

  /** Lets the role grant more; all of the scopes, or none. */
  void add(
      TenantId tenant, Actor actor, Granted kind, OrganizationRoleId role, List<String> scopes) {
    changes.make(
        tenant,
        actor,
        change(kind, role, List.of(), scopes),
        () -> store.add(tenant, kind, role, scopes));
  }

  /** Lets the role grant these and no others. */
  void replace(
      TenantId tenant, Actor actor, Granted kind, OrganizationRoleId role, List<String> scopes) {
    if (new HashSet<>(scopes).size() < scopes.size()) {
      throw EntityError.NOT_UNIQUE.exception();
    }
    changes.make(
        tenant,
        actor,
        () -> {
          List<String> before = store.ids(tenant, kind, role);
          store.removeOthers(tenant, kind, role, scopes);
          store.add(tenant, kind, role, scopes);
          return before;
        },
        before -> change(kind, role, before, scopes));
  }

  void remove(TenantId tenant, Actor actor, Granted kind, OrganizationRoleId role, String scope) {
    changes.make(
        tenant,
        actor,
        change(kind, role, List.of(scope), List.of()),
        () -> {
          if (!store.remove(tenant, kind, role, scope)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private static AdminChange change(
      Granted kind, OrganizationRoleId role, List<String> before, List<String> after) {
    return AdminChange.updated(
        OrganizationRoles.NOUN + "." + kind.label(),
        role.value(),
        Map.of("scopeIds", before),
        Map.of("scopeIds", after));
  }
}
