package io.gatehouse.user.administration;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.holder.HeldRoles;
import io.gatehouse.access.role.holder.RoleHolder;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserError;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The roles that people have. */
@Singleton
class UserRoles {
  private final UserAdministration administration;
  private final HeldRoles roles;
  private final AdminAudit audit;
  private final Db db;

  UserRoles(UserAdministration administration, HeldRoles roles, AdminAudit audit, Db db) {
    this.administration = administration;
    this.roles = roles;
    this.audit = audit;
    this.db = db;
  }

  Slice<Role> list(TenantId tenant, String id, Search search, Page page) {
    return roles.list(tenant, person(tenant, id), search, page);
  }

  /** Gives the roles, and answers those that the person had not. */
  List<String> add(TenantId tenant, Actor actor, String id, List<String> roleIds) {
    RoleHolder holder = person(tenant, id);
    List<String> fresh = roles.notHeld(tenant, holder, roleIds);
    roles.requireType(tenant, holder, fresh, UserError.INVALID_ROLE_TYPE);
    changing(tenant, actor, id, "added", () -> roles.add(tenant, holder, fresh));
    return fresh;
  }

  /** Leaves the person with these roles only. */
  void replace(TenantId tenant, Actor actor, String id, List<String> roleIds) {
    RoleHolder holder = person(tenant, id);
    roles.requireExisting(tenant, roles.notHeld(tenant, holder, roleIds));
    changing(tenant, actor, id, "replaced", () -> roles.replace(tenant, holder, roleIds));
  }

  void remove(TenantId tenant, Actor actor, String id, RoleId role) {
    changing(
        tenant,
        actor,
        id,
        "removed",
        () -> {
          if (!roles.remove(tenant, new RoleHolder.User(id), role)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private RoleHolder person(TenantId tenant, String id) {
    return new RoleHolder.User(administration.get(tenant, id).user().id());
  }

  private void changing(TenantId tenant, Actor actor, String id, String verb, Runnable work) {
    db.transaction(
        tenant,
        () -> {
          Map<String, Object> before = held(tenant, id);
          work.run();
          audit.record(
              tenant,
              actor,
              AdminChange.changed(
                  UserAdministration.NOUN, id, "roles." + verb, before, held(tenant, id)));
        });
  }

  private Map<String, Object> held(TenantId tenant, String id) {
    return Map.of("roleIds", roles.held(tenant, new RoleHolder.User(id)));
  }
}
