package io.gatehouse.application.role;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.holder.HeldRoles;
import io.gatehouse.access.role.holder.RoleHolder;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.Applications;
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

/** The roles that machine-to-machine applications have. */
@Singleton
class ApplicationRoles {
  private static final String NOUN = "application";

  private final Applications applications;
  private final HeldRoles roles;
  private final AdminChanges changes;

  ApplicationRoles(Applications applications, HeldRoles roles, AdminChanges changes) {
    this.applications = applications;
    this.roles = roles;
    this.changes = changes;
  }

  Slice<Role> list(TenantId tenant, String id, Search search, Page page) {
    return roles.list(tenant, machine(tenant, id), search, page);
  }

  /** Gives the roles, and answers those that it had not. */
  List<String> add(TenantId tenant, Actor actor, String id, List<String> roleIds) {
    RoleHolder holder = machine(tenant, id);
    List<String> fresh = roles.notHeld(tenant, holder, roleIds);
    roles.requireType(tenant, holder, fresh, ApplicationError.INVALID_ROLE_TYPE);
    changing(tenant, actor, holder, "added", () -> roles.add(tenant, holder, fresh));
    return fresh;
  }

  /**
   * Leaves it with these roles only. Existing clients know that a replacement which adds nothing
   * ends in {@code entity.invalid_input}, although the removals are kept.
   */
  void replace(TenantId tenant, Actor actor, String id, List<String> roleIds) {
    RoleHolder holder = machine(tenant, id);
    List<String> fresh = roles.notHeld(tenant, holder, roleIds);
    roles.requireExisting(tenant, fresh);
    changing(tenant, actor, holder, "replaced", () -> roles.replace(tenant, holder, roleIds));
    if (fresh.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
  }

  void remove(TenantId tenant, Actor actor, String id, RoleId role) {
    RoleHolder holder = machine(tenant, id);
    changing(
        tenant,
        actor,
        holder,
        "removed",
        () -> {
          if (!roles.remove(tenant, holder, role)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private RoleHolder machine(TenantId tenant, String id) {
    if (applications.get(tenant, id).type() != ApplicationType.MachineToMachine) {
      throw ApplicationError.INVALID_TYPE.exception();
    }
    return new RoleHolder.Application(id);
  }

  private void changing(
      TenantId tenant, Actor actor, RoleHolder holder, String verb, Runnable work) {
    Map<String, Object> before = Map.of("roleIds", roles.held(tenant, holder));
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        () -> {
          work.run();
          return Map.of("roleIds", roles.held(tenant, holder));
        },
        after -> AdminChange.changed(NOUN, holder.id(), "roles." + verb, before, after));
  }
}
