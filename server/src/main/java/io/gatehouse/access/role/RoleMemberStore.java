package io.gatehouse.access.role;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Who has a role, in the database. A table refuses members of the wrong kind by a check. */
@Singleton
class RoleMemberStore {
  private final Db db;

  RoleMemberStore(Db db) {
    this.db = db;
  }

  /** One of the users that has the role already. */
  Optional<String> firstUserOf(TenantId tenant, RoleId role, List<String> users) {
    return db.find(
        tenant,
        "select user_id from user_roles where tenant_id = ? and role_id = ? and user_id = any (?) limit 1",
        row -> row.text("user_id"),
        tenant,
        role.value(),
        users);
  }

  void addUsers(TenantId tenant, RoleId role, List<String> users) {
    db.update(
        tenant,
        "insert into user_roles (tenant_id, role_id, user_id) select ?::text, ?::text, unnest(?::text[])",
        tenant,
        role.value(),
        users);
  }

  boolean removeUser(TenantId tenant, RoleId role, String user) {
    return db.update(
            tenant,
            "delete from user_roles where tenant_id = ? and role_id = ? and user_id = ?",
            tenant,
            role.value(),
            user)
        == 1;
  }

  /** One of the applications that has the role already. */
  Optional<String> firstApplicationOf(TenantId tenant, RoleId role, List<String> applications) {
    return db.find(
        tenant,
        """
        select application_id from application_roles
        where tenant_id = ? and role_id = ? and application_id = any (?) limit 1
        """,
        row -> row.text("application_id"),
        tenant,
        role.value(),
        applications);
  }

  /** One of the applications that does not exist. */
  Optional<String> firstUnknownApplication(TenantId tenant, List<String> applications) {
    return db.find(
        tenant,
        """
        select wanted.id from unnest(?::text[]) with ordinality as wanted (id, position)
        where not exists (select from applications a where a.tenant_id = ? and a.id = wanted.id)
        order by wanted.position limit 1
        """,
        row -> row.text("id"),
        applications,
        tenant);
  }

  void addApplications(TenantId tenant, RoleId role, List<String> applications) {
    db.update(
        tenant,
        """
        insert into application_roles (tenant_id, role_id, application_id)
        select ?::text, ?::text, unnest(?::text[])
        """,
        tenant,
        role.value(),
        applications);
  }

  boolean removeApplication(TenantId tenant, RoleId role, String application) {
    return db.update(
            tenant,
            "delete from application_roles where tenant_id = ? and role_id = ? and application_id = ?",
            tenant,
            role.value(),
            application)
        == 1;
  }
}
