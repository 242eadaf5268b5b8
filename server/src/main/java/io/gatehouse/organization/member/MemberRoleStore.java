package io.gatehouse.organization.member;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.role.OrganizationRole;
import io.gatehouse.organization.scope.OrganizationScope;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** The roles of members in the database. */
@Singleton
class MemberRoleStore {
  private final Db db;

  MemberRoleStore(Db db) {
    this.db = db;
  }

  /** One member of an organization. */
  record Key(TenantId tenant, MemberKind kind, OrganizationId organization, String id) {
    String into(String sql) {
      return kind.into(sql);
    }
  }

  Slice<OrganizationRole> list(Key member, Page page) {
    return new ListQuery(
            "r.*",
            member.into(
                "<roles> h join organization_roles r on r.tenant_id = h.tenant_id and r.id = h.organization_role_id"),
            Where.of(
                member.into("h.tenant_id = ? and h.organization_id = ? and h.<id> = ?"),
                member.tenant(),
                member.organization().value(),
                member.id()),
            "r.created_at, r.id")
        .run(db, member.tenant(), page, OrganizationRole::of);
  }

  /** What a person may do in an organization by all their roles there, by the scopes' ids. */
  List<OrganizationScope> scopes(TenantId tenant, OrganizationId organization, String user) {
    return db.query(
        tenant,
        """
        select s.* from organization_scopes s
        where s.tenant_id = ? and s.id in (
          select g.organization_scope_id
          from organization_user_roles h
            join organization_role_scopes g on g.tenant_id = h.tenant_id and g.organization_role_id = h.organization_role_id
          where h.tenant_id = ? and h.organization_id = ? and h.user_id = ?)
        order by s.id
        """,
        OrganizationScope::of,
        tenant,
        tenant,
        organization.value(),
        user);
  }

  /** Roles by name. */
  record Named(String id, String name) {}

  List<Named> named(TenantId tenant, List<String> names) {
    return db.query(
        tenant,
        "select id, name from organization_roles where tenant_id = ? and name = any (?) order by name",
        row -> new Named(row.text("id"), row.text("name")),
        tenant,
        names);
  }

  List<String> ids(Key member) {
    return db.query(
        member.tenant(),
        member.into(
            """
            select organization_role_id as id from <roles>
            where tenant_id = ? and organization_id = ? and <id> = ? order by 1
            """),
        row -> row.text("id"),
        member.tenant(),
        member.organization().value(),
        member.id());
  }

  /** Gives each of the members each of the roles; what they have already is left as it is. */
  void add(
      TenantId tenant,
      MemberKind kind,
      OrganizationId organization,
      List<String> members,
      List<String> roles) {
    db.update(
        tenant,
        kind.into(
            """
            insert into <roles> (tenant_id, organization_id, <id>, organization_role_id)
            select ?::text, ?::text, member, role
            from unnest(?::text[]) member cross join unnest(?::text[]) role
            on conflict do nothing
            """),
        tenant,
        organization.value(),
        members,
        roles);
  }

  void removeOthers(Key member, List<String> kept) {
    db.update(
        member.tenant(),
        member.into(
            """
            delete from <roles>
            where tenant_id = ? and organization_id = ? and <id> = ? and organization_role_id <> all (?)
            """),
        member.tenant(),
        member.organization().value(),
        member.id(),
        kept);
  }

  boolean remove(Key member, String role) {
    return db.update(
            member.tenant(),
            member.into(
                """
                delete from <roles>
                where tenant_id = ? and organization_id = ? and <id> = ? and organization_role_id = ?
                """),
            member.tenant(),
            member.organization().value(),
            member.id(),
            role)
        == 1;
  }
}
