package io.gatehouse.application.access;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Rules of access in the database. */
@Singleton
class AccessRuleStore {
  private static final List<String> TABLES =
      List.of(
          "application_access_users",
          "application_access_roles",
          "application_access_organizations",
          "application_access_organization_roles");

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
    return new AccessRules(
        ids(tenant, applicationId, "application_access_users", "user_id"),
        ids(tenant, applicationId, "application_access_roles", "role_id"),
        ids(tenant, applicationId, "application_access_organizations", "organization_id"),
        db.query(
            tenant,
            """
            select organization_id, array_agg(organization_role_id order by organization_role_id) as roles
            from application_access_organization_roles where tenant_id = ? and application_id = ?
            group by organization_id order by organization_id
            """,
            row ->
                new AccessRules.OrganizationRule(row.text("organization_id"), row.texts("roles")),
            tenant,
            applicationId));
  }

  private List<String> ids(TenantId tenant, String applicationId, String table, String column) {
    return db.query(
        tenant,
        "select %2$s as id from %1$s where tenant_id = ? and application_id = ? order by %2$s"
            .formatted(table, column),
        row -> row.text("id"),
        tenant,
        applicationId);
  }

  /** Within a change. Keys refuse who does not exist, checks the roles of machines. */
  void replace(TenantId tenant, String applicationId, AccessRules rules) {
    for (String table : TABLES) {
      db.update(
          tenant,
          "delete from " + table + " where tenant_id = ? and application_id = ?",
          tenant,
          applicationId);
    }
    insert(tenant, applicationId, "application_access_users (%s, user_id)", rules.userIds());
    insert(
        tenant,
        applicationId,
        "application_access_organizations (%s, organization_id)",
        rules.organizationIds());
    insertRoles(tenant, applicationId, rules.userRoleIds());
    rules.organizationRoleRules().forEach(rule -> insertRule(tenant, applicationId, rule));
  }

  private void insert(TenantId tenant, String applicationId, String into, List<String> ids) {
    db.update(
        tenant,
        "insert into "
            + into.formatted("tenant_id, application_id")
            + " select ?::text, ?::text, unnest(?::text[])",
        tenant,
        applicationId,
        ids);
  }

  private void insertRoles(TenantId tenant, String applicationId, List<String> roles) {
    db.update(
        tenant,
        """
        insert into application_access_roles (tenant_id, application_id, role_id, role_type)
        select ?::text, ?::text, wanted.id, coalesce(r.type, 'User')
        from unnest(?::text[]) as wanted (id) left join roles r on r.tenant_id = ? and r.id = wanted.id
        """,
        tenant,
        applicationId,
        roles,
        tenant);
  }

  private void insertRule(
      TenantId tenant, String applicationId, AccessRules.OrganizationRule rule) {
    db.update(
        tenant,
        """
        insert into application_access_organization_roles (tenant_id, application_id, organization_id, organization_role_id)
        select ?::text, ?::text, ?::text, unnest(?::text[])
        """,
        tenant,
        applicationId,
        rule.organizationId(),
        rule.organizationRoleIds());
  }
}
