package io.gatehouse.organization.role;

import io.gatehouse.access.role.RoleType;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can be done with the roles of the organization template. */
@Singleton
public class OrganizationRoles {
  /** In the administrators' audit. */
  static final String NOUN = "organization_role";

  private final OrganizationRoleStore store;
  private final GrantedScopes scopes;
  private final OrganizationChanges changes;
  private final HookEvents events;
  private final InstantSource clock;

  OrganizationRoles(
      OrganizationRoleStore store,
      GrantedScopes scopes,
      OrganizationChanges changes,
      HookEvents events,
      InstantSource clock) {
    this.store = store;
    this.scopes = scopes;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
  }

  Slice<OrganizationRoleListing> list(TenantId tenant, Optional<String> text, Page page) {
    return store.list(tenant, text, page);
  }

  /** The role, or the end of the request. */
  public OrganizationRole get(TenantId tenant, OrganizationRoleId id) {
    return store.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  /** A role and what it grants: all of it, or nothing. */
  OrganizationRole create(TenantId tenant, Actor actor, OrganizationRoleInput input) {
    OrganizationRole role =
        new OrganizationRole(
            tenant,
            new OrganizationRoleId(Ids.standardId()),
            input.name(),
            input.description(),
            input.type() == null ? RoleType.User : input.type());
    changes.make(
        tenant,
        actor,
        AdminChange.created(NOUN, role.id().value(), role),
        () -> {
          store.insert(role, clock.instant());
          addAll(tenant, actor, Granted.ORGANIZATION_SCOPES, role, input.organizationScopes());
          addAll(tenant, actor, Granted.RESOURCE_SCOPES, role, input.resourceScopes());
          if (!input.organizationScopes().isEmpty() || !input.resourceScopes().isEmpty()) {
            events.tell(
                HookEvent.ORGANIZATION_ROLE_SCOPES_UPDATED,
                role.id().value(),
                Map.of("organizationRoleId", role.id().value()));
          }
        });
    return role;
  }

  OrganizationRole change(
      TenantId tenant, Actor actor, OrganizationRoleId id, OrganizationRolePatch patch) {
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    OrganizationRole before = store.find(tenant, id).orElseThrow(OrganizationRoles::gone);
    return changes.make(
        tenant,
        actor,
        () -> store.update(tenant, id, patch).orElseThrow(OrganizationRoles::gone),
        after -> AdminChange.updated(NOUN, id.value(), before, after));
  }

  /** Deletes the role and takes it from everybody. */
  void delete(TenantId tenant, Actor actor, OrganizationRoleId id) {
    AdminChange change = AdminChange.deleted(NOUN, id.value(), get(tenant, id));
    changes.make(
        tenant,
        actor,
        change,
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private void addAll(
      TenantId tenant, Actor actor, Granted kind, OrganizationRole role, List<String> ids) {
    if (!ids.isEmpty()) {
      scopes.add(tenant, actor, kind, role.id(), ids);
    }
  }

  private static RuntimeException gone() {
    return EntityError.NOT_EXISTS.exception(Map.of("name", NOUN));
  }
}
