package io.gatehouse.access.role.holder;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.RoleType;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The roles of a person or an application, in the database. */
@Singleton
class HeldRoleStore {
  private final Db db;

  HeldRoleStore(Db db) {
    this.db = db;
  }

  /** The table that links a kind of holder to roles, and its column for the holder. */
  private record Link(String table, String column) {
    static Link of(RoleHolder holder) {
      return switch (holder) {
        case RoleHolder.User u -> new Link("user_roles", "user_id");
        case RoleHolder.Application a -> new Link("application_roles", "application_id");
      };
    }

    /** Puts the names into a statement that says {@code <table>} and {@code <column>}. */
    String into(String sql) {
      return sql.replace("<table>", table).replace("<column>", column);
    }
  }

  Slice<Role> list(TenantId tenant, RoleHolder holder, Search search, Page page) {
    Link link = Link.of(holder);
    Where where =
        Where.of(link.into("h.tenant_id = ? and h.<column> = ?"), tenant, holder.id())
            .and("r.type = ? and not starts_with(r.name, '#internal:')", holder.type().name())
            .matching(search);
    return new ListQuery(
            "r.*",
            link.into("<table> h join roles r on r.tenant_id = h.tenant_id and r.id = h.role_id"),
            where,
            "r.created_at, r.id")
        .run(db, tenant, page, Role::of);
  }

  List<String> held(TenantId tenant, RoleHolder holder) {
    return db.query(
        tenant,
        Link.of(holder).into("select role_id from <table> where tenant_id = ? and <column> = ?"),
        row -> row.text("role_id"),
        tenant,
        holder.id());
  }

  /** The first of the roles that does not exist. */
  Optional<String> firstUnknown(TenantId tenant, List<String> roleIds) {
    return db.find(
        tenant,
        """
        select wanted.id from unnest(?::text[]) with ordinality as wanted (id, position)
        where not exists (select from roles r where r.tenant_id = ? and r.id = wanted.id)
        order by wanted.position limit 1
        """,
        row -> row.text("id"),
        roleIds,
        tenant);
  }

  boolean anyOfOtherType(TenantId tenant, RoleType type, List<String> roleIds) {
    return db.one(
        tenant,
        "select exists (select from roles where tenant_id = ? and id = any (?) and type <> ?) as found",
        row -> row.flag("found"),
        tenant,
        roleIds,
        type.name());
  }

  void add(TenantId tenant, RoleHolder holder, List<String> roleIds) {
    db.update(
        tenant,
        Link.of(holder)
            .into(
                "insert into <table> (tenant_id, <column>, role_id) select ?::text, ?::text, unnest(?::text[])"),
        tenant,
        holder.id(),
        roleIds);
  }

  void removeOthers(TenantId tenant, RoleHolder holder, List<String> kept) {
    db.update(
        tenant,
        Link.of(holder)
            .into(
                "delete from <table> where tenant_id = ? and <column> = ? and role_id <> all (?)"),
        tenant,
        holder.id(),
        kept);
  }

  boolean remove(TenantId tenant, RoleHolder holder, RoleId role) {
    return db.update(
            tenant,
            Link.of(holder)
                .into("delete from <table> where tenant_id = ? and <column> = ? and role_id = ?"),
            tenant,
            holder.id(),
            role.value())
        == 1;
  }
}
