package io.gatehouse.access.scope;

import io.gatehouse.access.ResourceId;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Scopes in the database. */
@Singleton
class ScopeStore {
  private final Db db;

  ScopeStore(Db db) {
    this.db = db;
  }

  Slice<Scope> list(TenantId tenant, ResourceId resource, Search search, Page page) {
    Where where =
        Where.of("tenant_id = ? and resource_id = ?", tenant, resource.value()).matching(search);
    return new ListQuery("*", "scopes", where, "created_at, id").run(db, tenant, page, Scope::of);
  }

  List<Scope> ofResources(TenantId tenant, Collection<String> resources) {
    return db.query(
        tenant,
        "select * from scopes where tenant_id = ? and resource_id = any (?) order by created_at, id",
        Scope::of,
        tenant,
        resources);
  }

  /** The indicator of the resource, if there is one. */
  Optional<String> indicator(TenantId tenant, ResourceId resource) {
    return db.find(
        tenant,
        "select indicator from resources where tenant_id = ? and id = ?",
        row -> row.text("indicator"),
        tenant,
        resource.value());
  }

  Optional<Scope> find(TenantId tenant, ScopeId id) {
    return db.find(
        tenant,
        "select * from scopes where tenant_id = ? and id = ?",
        Scope::of,
        tenant,
        id.value());
  }

  void insert(Scope scope) {
    db.update(
        scope.tenantId(),
        """
        insert into scopes (tenant_id, id, resource_id, name, description, created_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        scope.tenantId(),
        scope.id().value(),
        scope.resourceId().value(),
        scope.name(),
        scope.description(),
        scope.createdAt());
  }

  Optional<Scope> update(TenantId tenant, ScopeId id, ScopePatch patch) {
    return db.find(
        tenant,
        """
        update scopes
        set name = coalesce(?, name), description = case when ? then ? else description end
        where tenant_id = ? and id = ?
        returning *
        """,
        Scope::of,
        patch.name(),
        patch.description().isSet(),
        patch.description().value(),
        tenant,
        id.value());
  }

  boolean delete(TenantId tenant, ScopeId id) {
    return db.update(
            tenant, "delete from scopes where tenant_id = ? and id = ?", tenant, id.value())
        == 1;
  }
}
