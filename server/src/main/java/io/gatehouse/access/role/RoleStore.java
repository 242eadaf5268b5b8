package io.gatehouse.access.role;

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

/** Roles in the database. */
@Singleton
class RoleStore {
  private static final String LISTED =
      """
      r.*,
      total_of('user_roles:' || r.id) as users_count,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'avatar', f.avatar, 'name', f.name)), '[]')
         from (select * from user_roles ur where ur.tenant_id = r.tenant_id and ur.role_id = r.id order by ur.user_id limit 3) h
           join users f on f.tenant_id = h.tenant_id and f.id = h.user_id) as featured_users,
      (select count(*) from application_roles ar where ar.tenant_id = r.tenant_id and ar.role_id = r.id)
        as applications_count,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type)), '[]')
         from (select * from application_roles ar where ar.tenant_id = r.tenant_id and ar.role_id = r.id limit 3) h
           join applications f on f.tenant_id = h.tenant_id and f.id = h.application_id) as featured_applications
      """;

  private final Db db;

  RoleStore(Db db) {
    this.db = db;
  }

  Slice<RoleListing> list(TenantId tenant, RoleFilter filter, Page page) {
    Where where =
        Where.of("r.tenant_id = ?", tenant)
            .and("not starts_with(r.name, '#internal:')")
            .andIf(filter.type().map(RoleType::name), "r.type = ?")
            .andIf(
                filter.excludeUserId(),
                "r.id not in (select ur.role_id from user_roles ur where ur.tenant_id = r.tenant_id and ur.user_id = ?)")
            .andIf(
                filter.excludeApplicationId(),
                "r.id not in (select ar.role_id from application_roles ar where ar.tenant_id = r.tenant_id and ar.application_id = ?)")
            .matching(filter.search());
    return new ListQuery(LISTED, "roles r", where, "r.created_at, r.id")
        .run(
            db,
            tenant,
            page,
            row ->
                new RoleListing(
                    Role.of(row),
                    row.number("users_count"),
                    JsonCodec.tree(row.text("featured_users")),
                    row.number("applications_count"),
                    JsonCodec.tree(row.text("featured_applications"))));
  }

  Optional<Role> find(TenantId tenant, RoleId id) {
    return db.find(
        tenant, "select * from roles where tenant_id = ? and id = ?", Role::of, tenant, id.value());
  }

  void insert(Role role, Instant now) {
    db.update(
        role.tenantId(),
        """
        insert into roles (tenant_id, id, name, description, type, is_default, created_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        role.tenantId(),
        role.id().value(),
        role.name(),
        role.description(),
        role.type().name(),
        role.isDefault(),
        now);
  }

  Optional<Role> update(TenantId tenant, RoleId id, RolePatch patch) {
    return db.find(
        tenant,
        """
        update roles
        set name = coalesce(?, name), description = coalesce(?, description), is_default = coalesce(?, is_default)
        where tenant_id = ? and id = ?
        returning *
        """,
        Role::of,
        patch.name(),
        patch.description(),
        patch.isDefault(),
        tenant,
        id.value());
  }

  boolean delete(TenantId tenant, RoleId id) {
    return db.update(tenant, "delete from roles where tenant_id = ? and id = ?", tenant, id.value())
        == 1;
  }
}
