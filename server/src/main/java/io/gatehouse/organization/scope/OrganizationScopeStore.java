package io.gatehouse.organization.scope;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The scopes of the organization template in the database. */
@Singleton
class OrganizationScopeStore {
  private final Db db;

  OrganizationScopeStore(Db db) {
    this.db = db;
  }

  Slice<OrganizationScope> list(TenantId tenant, Optional<String> text, Page page) {
    Where where = Where.of("tenant_id = ?", tenant).containing(text, "name");
    return new ListQuery("*", "organization_scopes", where, "name, id")
        .run(db, tenant, page, OrganizationScope::of);
  }

  List<OrganizationScope> named(TenantId tenant, Collection<String> names) {
    return db.query(
        tenant,
        "select * from organization_scopes where tenant_id = ? and name = any (?) order by name",
        OrganizationScope::of,
        tenant,
        names);
  }

  Optional<OrganizationScope> find(TenantId tenant, OrganizationScopeId id) {
    return db.find(
        tenant,
        "select * from organization_scopes where tenant_id = ? and id = ?",
        OrganizationScope::of,
        tenant,
        id.value());
  }

  void insert(OrganizationScope scope, Instant now) {
    db.update(
        scope.tenantId(),
        "insert into organization_scopes (tenant_id, id, name, description, created_at) values (?, ?, ?, ?, ?)",
        scope.tenantId(),
        scope.id().value(),
        scope.name(),
        scope.description(),
        now);
  }

  Optional<OrganizationScope> update(
      TenantId tenant, OrganizationScopeId id, OrganizationScopePatch patch) {
    return db.find(
        tenant,
        """
        update organization_scopes
        set name = coalesce(?, name), description = case when ? then ? else description end
        where tenant_id = ? and id = ?
        returning *
        """,
        OrganizationScope::of,
        patch.name(),
        patch.description().isSet(),
        patch.description().value(),
        tenant,
        id.value());
  }

  boolean delete(TenantId tenant, OrganizationScopeId id) {
    return db.update(
            tenant,
            "delete from organization_scopes where tenant_id = ? and id = ?",
            tenant,
            id.value())
        == 1;
  }
}
