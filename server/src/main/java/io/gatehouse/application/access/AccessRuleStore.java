package io.gatehouse.application.access;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Rules of access in the database. */
@Singleton
class AccessRuleStore {
  private final Db db;

  AccessRuleStore(Db db) {
    this.db = db;
  }

  boolean admits(TenantId tenant, String applicationId, String userId) {
    return db.one(
        tenant,
        "select application_admits(?, ?, ?) as admitted",
        row -> row.flag("admitted"),
        tenant,
        applicationId,
        userId);
  }

  AccessRules rules(TenantId tenant, String applicationId) {
    return db.one(
        tenant,
        """
        select
          array(select user_id from application_access_users where tenant_id = ? and application_id = ? order by user_id) as users,
          array(select role_id from application_access_roles where tenant_id = ? and application_id = ? order by role_id) as roles
        """,
        row -> new AccessRules(row.texts("users"), row.texts("roles"), List.of(), List.of()),
        tenant,
        applicationId,
        tenant,
        applicationId);
  }

  /** Within a change. Keys refuse who does not exist, a check the roles of machines. */
  void replace(TenantId tenant, String applicationId, AccessRules rules) {
    for (String table : List.of("application_access_users", "application_access_roles")) {
      db.update(
          tenant,
          "delete from " + table + " where tenant_id = ? and application_id = ?",
          tenant,
          applicationId);
    }
    db.update(
        tenant,
        "insert into application_access_users (tenant_id, application_id, user_id) select ?::text, ?::text, unnest(?::text[])",
        tenant,
        applicationId,
        rules.userIds());
    db.update(
        tenant,
        """
        insert into application_access_roles (tenant_id, application_id, role_id, role_type)
        select ?::text, ?::text, wanted.id, coalesce(r.type, 'User')
        from unnest(?::text[]) as wanted (id) left join roles r on r.tenant_id = ? and r.id = wanted.id
        """,
        tenant,
        applicationId,
        rules.userRoleIds(),
        tenant);
  }
}
