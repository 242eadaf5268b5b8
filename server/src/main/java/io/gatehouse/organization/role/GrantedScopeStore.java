package io.gatehouse.organization.role;

import io.gatehouse.access.scope.Scope;
import io.gatehouse.organization.scope.OrganizationScope;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.RowMapper;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** What the roles of the organization template grant, in the database. */
@Singleton
class GrantedScopeStore {
  private final Db db;

  GrantedScopeStore(Db db) {
    this.db = db;
  }

  Slice<OrganizationScope> organizationScopes(TenantId tenant, OrganizationRoleId role, Page page) {
    return list(tenant, Granted.ORGANIZATION_SCOPES, role, page, OrganizationScope::of);
  }

  Slice<Scope> resourceScopes(TenantId tenant, OrganizationRoleId role, Page page) {
    return list(tenant, Granted.RESOURCE_SCOPES, role, page, Scope::of);
  }

  private <T> Slice<T> list(
      TenantId tenant, Granted kind, OrganizationRoleId role, Page page, RowMapper<T> mapper) {
    return new ListQuery(
            "s.*",
            kind.into(
                "<link> g join <scopes> s on s.tenant_id = g.tenant_id and s.id = g.<column>"),
            Where.of("g.tenant_id = ? and g.organization_role_id = ?", tenant, role.value()),
            "s.created_at, s.id")
        .run(db, tenant, page, mapper);
  }

  List<String> ids(TenantId tenant, Granted kind, OrganizationRoleId role) {
    return db.query(
        tenant,
        kind.into(
            "select <column> from <link> where tenant_id = ? and organization_role_id = ? order by 1"),
        row -> row.text(kind.into("<column>")),
        tenant,
        role.value());
  }

  /** Lets the role grant more; what it grants already is left as it is. */
  void add(TenantId tenant, Granted kind, OrganizationRoleId role, List<String> scopes) {
    db.update(
        tenant,
        kind.into(
            """
            insert into <link> (tenant_id, organization_role_id, <column>)
            select ?::text, ?::text, unnest(?::text[]) on conflict do nothing
            """),
        tenant,
        role.value(),
        scopes);
  }

  void removeOthers(TenantId tenant, Granted kind, OrganizationRoleId role, List<String> kept) {
    db.update(
        tenant,
        kind.into(
            "delete from <link> where tenant_id = ? and organization_role_id = ? and <column> <> all (?)"),
        tenant,
        role.value(),
        kept);
  }

  boolean remove(TenantId tenant, Granted kind, OrganizationRoleId role, String scope) {
    return db.update(
            tenant,
            kind.into(
                "delete from <link> where tenant_id = ? and organization_role_id = ? and <column> = ?"),
            tenant,
            role.value(),
            scope)
        == 1;
  }
}
