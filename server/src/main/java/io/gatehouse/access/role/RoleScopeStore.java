package io.gatehouse.access.role;

import io.gatehouse.access.scope.Scope;
import io.gatehouse.access.scope.ScopeId;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Which scopes a role grants, in the database. */
@Singleton
class RoleScopeStore {
  private final Db db;

  RoleScopeStore(Db db) {
    this.db = db;
  }

  Slice<Scope> list(TenantId tenant, RoleId role, Search search, Page page) {
    Where where =
        Where.of("rs.tenant_id = ? and rs.role_id = ?", tenant, role.value()).matching(search);
    return new ListQuery(
            "s.*",
            "role_scopes rs join scopes s on s.tenant_id = rs.tenant_id and s.id = rs.scope_id",
            where,
            "s.created_at, s.id")
        .run(db, tenant, page, Scope::of);
  }

  /** A scope that a role is to grant: whose it is, and whether the role grants it already. */
  record Candidate(String id, String indicator, boolean granted) {}

  /** Those of the scopes that exist, in the order asked. */
  List<Candidate> candidates(TenantId tenant, RoleId role, List<String> scopes) {
    return db.query(
        tenant,
        """
        select s.id, r.indicator, rs.scope_id is not null as granted
        from unnest(?::text[]) with ordinality as wanted (id, position)
          join scopes s on s.tenant_id = ? and s.id = wanted.id
          join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
          left join role_scopes rs on rs.tenant_id = s.tenant_id and rs.scope_id = s.id and rs.role_id = ?
        order by wanted.position
        """,
        row -> new Candidate(row.text("id"), row.text("indicator"), row.flag("granted")),
        scopes,
        tenant,
        role.value());
  }

  void add(TenantId tenant, RoleId role, List<String> scopes) {
    db.update(
        tenant,
        "insert into role_scopes (tenant_id, role_id, scope_id) select ?::text, ?::text, unnest(?::text[])",
        tenant,
        role.value(),
        scopes);
  }

  boolean remove(TenantId tenant, RoleId role, ScopeId scope) {
    return db.update(
            tenant,
            "delete from role_scopes where tenant_id = ? and role_id = ? and scope_id = ?",
            tenant,
            role.value(),
            scope.value())
        == 1;
  }
}
