package io.gatehouse.access.role;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Everything that can be done with roles. */
@Singleton
public class Roles {
  /** The topic under which changes are announced, of roles as of what they grant and to whom. */
  public static final String TOPIC = "roles";

  private final RoleStore store;
  private final RoleScopes scopes;
  private final AdminChanges changes;
  private final HookEvents events;
  private final InstantSource clock;

  Roles(
      RoleStore store,
      RoleScopes scopes,
      AdminChanges changes,
      HookEvents events,
      InstantSource clock) {
    this.store = store;
    this.scopes = scopes;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
  }

  Slice<RoleListing> list(TenantId tenant, RoleFilter filter, Page page) {
    return store.list(tenant, filter, page);
  }

  /** The role, or the end of the request. */
  public Role get(TenantId tenant, RoleId id) {
    return store.find(tenant, id).orElseThrow(() -> EntityError.missing("roles", id.value()));
  }

  /** A role and its first scopes: all of it, or nothing. */
  Role create(TenantId tenant, Actor actor, RoleInput input) {
    Role role =
        new Role(
            tenant,
            new RoleId(Ids.standardId()),
            input.name(),
            input.description(),
            input.type() == null ? RoleType.User : input.type(),
            input.isDefault() != null && input.isDefault());
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> {
          insert(role);
          if (input.scopeIds() != null) {
            scopes.link(role, input.scopeIds());
            events.tell(
                HookEvent.ROLE_SCOPES_UPDATED,
                role.id().value(),
                Map.of("roleId", role.id(), "data", scopes.all(tenant, role.id())));
          }
          return role;
        },
        made -> AdminChange.created("role", made.id().value(), made));
  }

  Role change(TenantId tenant, Actor actor, RoleId id, RolePatch patch) {
    Role before = get(tenant, id);
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> update(before, patch),
        after -> AdminChange.updated("role", id.value(), before, after));
  }

  void delete(TenantId tenant, Actor actor, RoleId id) {
    AdminChange change = AdminChange.deleted("role", id.value(), get(tenant, id));
    changes.make(
        tenant,
        actor,
        TOPIC,
        change,
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private void insert(Role role) {
    try {
      store.insert(role, clock.instant());
    } catch (DbException.Unique e) {
      throw RoleError.NAME_IN_USE.exception(Map.of("name", role.name()));
    }
  }

  private Role update(Role before, RolePatch patch) {
    try {
      return store
          .update(before.tenantId(), before.id(), patch)
          .orElseThrow(() -> EntityError.missing("roles", before.id().value()));
    } catch (DbException.Unique e) {
      throw RoleError.NAME_IN_USE.exception(Map.of("name", String.valueOf(patch.name())));
    }
  }
}
