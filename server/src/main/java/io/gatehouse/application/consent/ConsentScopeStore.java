package io.gatehouse.application.consent;

import io.gatehouse.application.consent.ConsentScopeList.AtResource;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What applications may ask for, in the database. */
@Singleton
class ConsentScopeStore {
  private final Db db;

  ConsentScopeStore(Db db) {
    this.db = db;
  }

  /** The table that holds a kind of scopes. */
  private static String in(ScopeKind kind, String sql) {
    return sql.replace(
        "<table>",
        switch (kind) {
          case USER -> "application_user_scopes";
          case RESOURCE -> "application_resource_scopes";
          case ORGANIZATION_RESOURCE -> "application_organization_resource_scopes";
          case ORGANIZATION -> "application_organization_scopes";
        });
  }

  AllowedScopes allowed(TenantId tenant, String applicationId) {
    ConsentScopeRows.Allowed allowed = new ConsentScopeRows.Allowed();
    db.query(
        tenant,
        """
        select null as indicator, scope_id as name from application_user_scopes where tenant_id = ? and application_id = ?
        union all
        select 'urn:logto:resource:organizations', s.name
        from application_organization_scopes a join organization_scopes s on s.tenant_id = a.tenant_id and s.id = a.scope_id
        where a.tenant_id = ? and a.application_id = ?
        union all
        select r.indicator, s.name
        from (select * from application_resource_scopes union select * from application_organization_resource_scopes) a
          join scopes s on s.tenant_id = a.tenant_id and s.id = a.scope_id
          join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
        where a.tenant_id = ? and a.application_id = ?
        """,
        allowed::add,
        tenant,
        applicationId,
        tenant,
        applicationId,
        tenant,
        applicationId);
    return allowed.all();
  }

  ConsentScopeList list(TenantId tenant, String applicationId) {
    return new ConsentScopeList(
        db.query(
            tenant,
            """
            select s.id, s.name, s.description from application_organization_scopes a
              join organization_scopes s on s.tenant_id = a.tenant_id and s.id = a.scope_id
            where a.tenant_id = ? and a.application_id = ? order by s.name
            """,
            ConsentScopeRows::scope,
            tenant,
            applicationId),
        atResources(tenant, applicationId, ScopeKind.RESOURCE),
        atResources(tenant, applicationId, ScopeKind.ORGANIZATION_RESOURCE),
        db.query(
            tenant,
            "select scope_id from application_user_scopes where tenant_id = ? and application_id = ? order by scope_id",
            row -> row.text("scope_id"),
            tenant,
            applicationId));
  }

  private List<AtResource> atResources(TenantId tenant, String applicationId, ScopeKind kind) {
    ConsentScopeRows.Resources resources = new ConsentScopeRows.Resources();
    db.query(
        tenant,
        in(
            kind,
            """
            select r.id as resource_id, r.name as resource_name, r.indicator, s.id, s.name, s.description
            from <table> a
              join scopes s on s.tenant_id = a.tenant_id and s.id = a.scope_id
              join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
            where a.tenant_id = ? and a.application_id = ?
            order by r.created_at, r.id, s.created_at, s.id
            """),
        resources::add,
        tenant,
        applicationId);
    return resources.all();
  }

  /** The indicator of each resource scope that exists, by the scope's id. */
  Map<String, String> indicators(TenantId tenant, List<String> scopes) {
    Map<String, String> indicators = new HashMap<>();
    db.query(
        tenant,
        """
        select s.id, r.indicator from scopes s join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
        where s.tenant_id = ? and s.id = any (?)
        """,
        row -> indicators.put(row.text("id"), row.text("indicator")) == null,
        tenant,
        scopes);
    return indicators;
  }

  /** Those of the scopes that the organization template has. */
  List<String> organizationScopes(TenantId tenant, List<String> scopes) {
    return db.query(
        tenant,
        "select id from organization_scopes where tenant_id = ? and id = any (?)",
        row -> row.text("id"),
        tenant,
        scopes);
  }

  void add(TenantId tenant, String applicationId, ScopeKind kind, List<String> scopes) {
    db.update(
        tenant,
        in(
            kind,
            """
            insert into <table> (tenant_id, application_id, scope_id) select ?::text, ?::text, unnest(?::text[])
            on conflict do nothing
            """),
        tenant,
        applicationId,
        scopes);
  }

  boolean remove(TenantId tenant, String applicationId, ScopeKind kind, String scopeId) {
    return db.update(
            tenant,
            in(
                kind,
                "delete from <table> where tenant_id = ? and application_id = ? and scope_id = ?"),
            tenant,
            applicationId,
            scopeId)
        == 1;
  }
}
