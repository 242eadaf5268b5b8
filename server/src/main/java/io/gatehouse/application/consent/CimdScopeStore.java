package io.gatehouse.application.consent;

import io.gatehouse.application.consent.ConsentScopeList.AtResource;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** What clients known by their metadata may ask for, in the database. */
@Singleton
class CimdScopeStore {
  private final Db db;

  CimdScopeStore(Db db) {
    this.db = db;
  }

  /** The table that holds a kind of scopes. */
  private static String in(ScopeKind kind, String sql) {
    return sql.replace(
        "<table>",
        switch (kind) {
          case USER -> "cimd_user_scopes";
          case RESOURCE -> "cimd_resource_scopes";
          case ORGANIZATION_RESOURCE -> "cimd_organization_resource_scopes";
          case ORGANIZATION -> "cimd_organization_scopes";
        });
  }

  /** What each of them may ask for, as the provider needs it. */
  AllowedScopes allowed(TenantId tenant) {
    ConsentScopeRows.Allowed allowed = new ConsentScopeRows.Allowed();
    db.query(
        tenant,
        """
        select null as indicator, scope_id as name from cimd_user_scopes where tenant_id = ?
        union all
        select 'urn:logto:resource:organizations', s.name
        from cimd_organization_scopes a join organization_scopes s on s.tenant_id = a.tenant_id and s.id = a.scope_id
        where a.tenant_id = ?
        union all
        select r.indicator, s.name
        from (select tenant_id, scope_id from cimd_resource_scopes
              union select tenant_id, scope_id from cimd_organization_resource_scopes) a
          join scopes s on s.tenant_id = a.tenant_id and s.id = a.scope_id
          join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
        where a.tenant_id = ?
        """,
        allowed::add,
        tenant,
        tenant,
        tenant);
    return allowed.all();
  }

  ConsentScopeList list(TenantId tenant) {
    return new ConsentScopeList(
        db.query(
            tenant,
            """
            select s.id, s.name, s.description from cimd_organization_scopes c
              join organization_scopes s on s.tenant_id = c.tenant_id and s.id = c.scope_id
            where c.tenant_id = ? order by s.created_at, s.id
            """,
            ConsentScopeRows::scope,
            tenant),
        atResources(tenant, ScopeKind.RESOURCE),
        atResources(tenant, ScopeKind.ORGANIZATION_RESOURCE),
        db.query(
            tenant,
            "select scope_id from cimd_user_scopes where tenant_id = ? order by scope_id",
            row -> row.text("scope_id"),
            tenant));
  }

  private List<AtResource> atResources(TenantId tenant, ScopeKind kind) {
    ConsentScopeRows.Resources resources = new ConsentScopeRows.Resources();
    db.query(
        tenant,
        in(
            kind,
            """
            select r.id as resource_id, r.name as resource_name, r.indicator, s.id, s.name, s.description
            from <table> c
              join scopes s on s.tenant_id = c.tenant_id and s.id = c.scope_id
              join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
            where c.tenant_id = ?
            order by r.created_at, r.id, s.created_at, s.id
            """),
        resources::add,
        tenant);
    return resources.all();
  }

  void add(TenantId tenant, ScopeKind kind, List<String> scopes) {
    db.update(
        tenant,
        in(
            kind,
            """
            insert into <table> (tenant_id, scope_id) select ?::text, unnest(?::text[])
            on conflict do nothing
            """),
        tenant,
        scopes);
  }

  boolean remove(TenantId tenant, ScopeKind kind, String scopeId) {
    return db.update(
            tenant,
            in(kind, "delete from <table> where tenant_id = ? and scope_id = ?"),
            tenant,
            scopeId)
        == 1;
  }
}
