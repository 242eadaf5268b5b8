package io.gatehouse.access.role;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Who has a role: people, or applications. A request links all it names, or nobody. */
@Singleton
class RoleMembers {
  private final RoleMemberStore store;
  private final Db db;
  private final Invalidations invalidations;

  RoleMembers(RoleMemberStore store, Db db, Invalidations invalidations) {
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
  }

  void addUsers(Role role, List<String> users) {
    TenantId tenant = role.tenantId();
    store
        .firstUserOf(tenant, role.id(), users)
        .ifPresent(user -> {
          throw RoleError.USER_EXISTS.exception(Map.of("userId", user));
        });
    try {
      changing(tenant, () -> store.addUsers(tenant, role.id(), users));
    } catch (DbException.ForeignKey e) {
      throw EntityError.NOT_FOUND.exception();
    }
  }

  void removeUser(TenantId tenant, RoleId role, String user) {
    removing(tenant, () -> store.removeUser(tenant, role, user));
  }

  void addApplications(Role role, List<String> applications) {
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
    changing(tenant, () -> store.addApplications(tenant, role.id(), applications));
  }

  void removeApplication(TenantId tenant, RoleId role, String application) {
    removing(tenant, () -> store.removeApplication(tenant, role, application));
  }

  private void removing(TenantId tenant, BooleanSupplier removal) {
    changing(
        tenant,
        () -> {
          if (!removal.getAsBoolean()) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private void changing(TenantId tenant, Runnable work) {
    db.transaction(
        tenant,
        () -> {
          work.run();
          invalidations.changed(tenant, Roles.TOPIC);
        });
  }
}
