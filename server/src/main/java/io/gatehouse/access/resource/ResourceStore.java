package io.gatehouse.access.resource;

import io.gatehouse.access.ResourceId;
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

/** API resources in the database. */
@Singleton
class ResourceStore {
  private final Db db;

  ResourceStore(Db db) {
    this.db = db;
  }

  Slice<Resource> list(TenantId tenant, Page page) {
    return new ListQuery("*", "resources", Where.of("tenant_id = ?", tenant), "created_at, id")
        .run(db, tenant, page, Resource::of);
  }

  List<Resource> all(TenantId tenant, Collection<String> ids) {
    return db.query(
        tenant,
        "select * from resources where tenant_id = ? and id = any (?)",
        Resource::of,
        tenant,
        ids);
  }

  Optional<Resource> find(TenantId tenant, ResourceId id) {
    return db.find(
        tenant,
        "select * from resources where tenant_id = ? and id = ?",
        Resource::of,
        tenant,
        id.value());
  }

  Optional<Resource> findByIndicator(TenantId tenant, String indicator) {
    return db.find(
        tenant,
        "select * from resources where tenant_id = ? and indicator = ?",
        Resource::of,
        tenant,
        indicator);
  }

  Optional<Resource> findDefault(TenantId tenant) {
    return db.find(
        tenant, "select * from resources where tenant_id = ? and is_default", Resource::of, tenant);
  }

  void insert(Resource resource, Instant now) {
    db.update(
        resource.tenantId(),
        """
        insert into resources (tenant_id, id, name, indicator, is_default, access_token_ttl, created_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        resource.tenantId(),
        resource.id().value(),
        resource.name(),
        resource.indicator(),
        resource.isDefault(),
        resource.accessTokenTtl(),
        now);
  }

  Optional<Resource> update(TenantId tenant, ResourceId id, ResourcePatch patch) {
    return db.find(
        tenant,
        """
        update resources set name = coalesce(?, name), access_token_ttl = coalesce(?, access_token_ttl)
        where tenant_id = ? and id = ?
        returning *
        """,
        Resource::of,
        patch.name(),
        patch.accessTokenTtl(),
        tenant,
        id.value());
  }

  Optional<Resource> setDefault(TenantId tenant, ResourceId id, boolean isDefault) {
    return db.find(
        tenant,
        "update resources set is_default = ? where tenant_id = ? and id = ? returning *",
        Resource::of,
        isDefault,
        tenant,
        id.value());
  }

  void clearDefault(TenantId tenant, ResourceId except) {
    db.update(
        tenant,
        "update resources set is_default = false where tenant_id = ? and is_default and id <> ?",
        tenant,
        except.value());
  }

  boolean delete(TenantId tenant, ResourceId id) {
    return db.update(
            tenant, "delete from resources where tenant_id = ? and id = ?", tenant, id.value())
        == 1;
  }
}
