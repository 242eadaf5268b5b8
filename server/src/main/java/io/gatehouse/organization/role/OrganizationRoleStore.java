package io.gatehouse.organization.role;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The roles of the organization template in the database. */
@Singleton
class OrganizationRoleStore {
  private static final String LISTED =
      """
      r.*,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.id), '[]')
         from organization_role_scopes g
           join organization_scopes s on s.tenant_id = g.tenant_id and s.id = g.organization_scope_id
         where g.tenant_id = r.tenant_id and g.organization_role_id = r.id) as scopes,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
                'resource', json_build_object('id', a.id, 'name', a.name)) order by s.id), '[]')
         from organization_role_resource_scopes g
           join scopes s on s.tenant_id = g.tenant_id and s.id = g.scope_id
           join resources a on a.tenant_id = s.tenant_id and a.id = s.resource_id
         where g.tenant_id = r.tenant_id and g.organization_role_id = r.id) as resource_scopes
      """;

  private final Db db;

  OrganizationRoleStore(Db db) {
    this.db = db;
  }

  Slice<OrganizationRoleListing> list(TenantId tenant, Optional<String> text, Page page) {
    Where where =
        Where.of("r.tenant_id = ?", tenant).containing(text, "r.id", "r.name", "r.description");
    return new ListQuery(LISTED, "organization_roles r", where, "r.name, r.id")
        .run(
            db,
            tenant,
            page,
            row ->
                new OrganizationRoleListing(
                    OrganizationRole.of(row),
                    JsonCodec.tree(row.text("scopes")),
                    JsonCodec.tree(row.text("resource_scopes"))));
  }

  Optional<OrganizationRole> find(TenantId tenant, OrganizationRoleId id) {
    return db.find(
        tenant,
        "select * from organization_roles where tenant_id = ? and id = ?",
        OrganizationRole::of,
        tenant,
        id.value());
  }

  void insert(OrganizationRole role, Instant now) {
    db.update(
        role.tenantId(),
        """
        insert into organization_roles (tenant_id, id, name, description, type, created_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        role.tenantId(),
        role.id().value(),
        role.name(),
        role.description(),
        role.type().name(),
        now);
  }

  Optional<OrganizationRole> update(
      TenantId tenant, OrganizationRoleId id, OrganizationRolePatch patch) {
    return db.find(
        tenant,
        """
        update organization_roles
        set name = coalesce(?, name), description = case when ? then ? else description end, type = coalesce(?, type)
        where tenant_id = ? and id = ?
        returning *
        """,
        OrganizationRole::of,
        patch.name(),
        patch.description().isSet(),
        patch.description().value(),
        patch.type() == null ? null : patch.type().name(),
        tenant,
        id.value());
  }

  boolean delete(TenantId tenant, OrganizationRoleId id) {
    return db.update(
            tenant,
            "delete from organization_roles where tenant_id = ? and id = ?",
            tenant,
            id.value())
        == 1;
  }
}
