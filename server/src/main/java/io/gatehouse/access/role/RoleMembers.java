package io.gatehouse.access.role;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Who has a role: people, or applications. A request links all it names, or nobody. */
@Singleton
class RoleMembers {
  private final RoleMemberStore store;
  private final AdminChanges changes;

  RoleMembers(RoleMemberStore store, AdminChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  void addUsers(Role role, Actor actor, List<String> users) {
    TenantId tenant = role.tenantId();
    store
        .firstUserOf(tenant, role.id(), users)
        .ifPresent(user -> {
          throw RoleError.USER_EXISTS.exception(Map.of("userId", user));
        });
    try {
      changing(
          tenant,
          actor,
          AdminChange.updated("role", role.id().value(), List.of(), Map.of("userIds", users)),
          () -> store.addUsers(tenant, role.id(), users));
    } catch (DbException.ForeignKey e) {
      throw EntityError.NOT_FOUND.exception();
    }
  }

  void removeUser(TenantId tenant, Actor actor, RoleId role, String user) {
    changing(
        tenant,
        actor,
        AdminChange.updated("role", role.value(), Map.of("userIds", List.of(user)), List.of()),
        () -> require(store.removeUser(tenant, role, user)));
  }

  void addApplications(Role role, Actor actor, List<String> applications) {
    TenantId tenant = role.tenantId();
    store
        .firstApplicationOf(tenant, role.id(), applications)
        .ifPresent(application -> {
          throw RoleError.APPLICATION_EXISTS.exception(Map.of("applicationId", application));
        });
    store
        .firstUnknownApplication(tenant, applications)
        .ifPresent(application -> {
          throw EntityError.missing("applications", application);
        });
    changing(
        tenant,
        actor,
        AdminChange.updated(
            "role", role.id().value(), List.of(), Map.of("applicationIds", applications)),
        () -> store.addApplications(tenant, role.id(), applications));
  }

  void removeApplication(TenantId tenant, Actor actor, RoleId role, String application) {
    changing(
        tenant,
        actor,
        AdminChange.updated(
            "role", role.value(), Map.of("applicationIds", List.of(application)), List.of()),
        () -> require(store.removeApplication(tenant, role, application)));
  }

  private static void require(boolean removed) {
    if (!removed) {
      throw EntityError.NOT_FOUND.exception();
    }
  }

  private void changing(TenantId tenant, Actor actor, AdminChange change, Runnable work) {
    changes.make(tenant, actor, Roles.TOPIC, change, work);
  }
}
