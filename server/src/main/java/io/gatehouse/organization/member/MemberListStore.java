package io.gatehouse.organization.member;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationView;
import io.gatehouse.organization.Organization;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.ListStatement;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists of members, and of the organizations that somebody belongs to, in the database. */
@Singleton
class MemberListStore {
  /** A page of all people of an organization; the total is a counter's. */
  private static final String ALL =
      """
      (select (select total_of('organization_users:' || ?::text)) as list_total, a.* from
         (select * from organization_users
          where tenant_id = ? and organization_id = ? order by user_id limit ? offset ?) a) m
      """;

  private static final String SEARCHED =
      """
      (select s.total as list_total, ?::text as tenant_id, ?::text as organization_id, s.id as user_id
         from search_organization_users(?, ?, ?, ?, ?) s) m
      """;

  private static final String PEOPLE =
      "select m.list_total, "
          + UserRow.COLUMNS
          + ", "
          + RoleName.column(MemberKind.USER)
          + " from <page> join users u on u.tenant_id = m.tenant_id and u.id = m.user_id order by m.user_id";

  private final Db db;

  MemberListStore(Db db) {
    this.db = db;
  }

  /**
   * Which people of an organization a list shows.
   *
   * @param text of which one of the identifiers or the name has a part
   * @param roleId only those who have this role there
   */
  record Filter(Optional<String> text, Optional<String> roleId) {
    boolean isEmpty() {
      return text.isEmpty() && roleId.isEmpty();
    }
  }

  /** The people of an organization, by their ids. */
  Slice<Member> people(TenantId tenant, OrganizationId organization, Filter filter, Page page) {
    long[] total = {0};
    List<Member> found =
        ListStatement.query(
            db,
            tenant,
            PEOPLE.replace("<page>", filter.isEmpty() ? ALL : SEARCHED),
            row -> {
              total[0] = row.number("list_total");
              return Member.of(UserRow.read(row), RoleName.list(row.text("role_names")));
            },
            arguments(tenant, organization, filter, page));
    boolean beyond = found.isEmpty() && page.number() > 1;
    return new Slice<>(found, beyond ? count(tenant, organization, filter) : total[0]);
  }

  private static @Nullable Object[] arguments(
      TenantId tenant, OrganizationId organization, Filter filter, Page page) {
    String id = organization.value();
    long size = page.size();
    if (filter.isEmpty()) {
      return new @Nullable Object[] {id, tenant, id, size, page.offset()};
    }
    @Nullable String pattern = filter.text().map(text -> "%" + text + "%").orElse(null);
    @Nullable String role = filter.roleId().orElse(null);
    return new @Nullable Object[] {tenant, id, id, pattern, role, size, page.offset()};
  }

  private long count(TenantId tenant, OrganizationId organization, Filter filter) {
    return filter.isEmpty()
        ? db.one(
            tenant,
            "select total_of('organization_users:' || ?::text) as total",
            row -> row.number("total"),
            organization.value())
        : people(tenant, organization, filter, new Page(1, 1)).total();
  }

  /** The machines of an organization, oldest first. */
  Slice<MachineMember> machines(
      TenantId tenant, OrganizationId organization, Optional<String> text, Page page) {
    Where where =
        Where.of("m.tenant_id = ? and m.organization_id = ?", tenant, organization.value())
            .containing(text, "a.id", "a.name", "a.description");
    return new ListQuery(
            "a.*, " + RoleName.column(MemberKind.APPLICATION),
            "organization_applications m join applications a on a.tenant_id = m.tenant_id and a.id = m.application_id",
            where,
            "a.created_at, a.id")
        .run(
            db,
            tenant,
            page,
            row ->
                new MachineMember(
                    ApplicationView.of(tenant, Application.of(row)),
                    RoleName.list(row.text("role_names"))));
  }

  /** The same for a person to choose from, by name. */
  List<Organization> choices(TenantId tenant, String user, int most) {
    return db.query(
        tenant,
        """
        select o.* from organization_users m
          join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
        where m.tenant_id = ? and m.user_id = ? order by o.name, o.id limit ?
        """,
        Organization::of,
        tenant,
        user,
        most);
  }

  /** The organizations of a person or a machine, oldest first. */
  Slice<JoinedOrganization> organizations(TenantId tenant, MemberKind kind, String id, Page page) {
    return new ListQuery(
            "o.*, " + RoleName.column(kind),
            kind.into(
                "<members> m join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id"),
            Where.of(kind.into("m.tenant_id = ? and m.<id> = ?"), tenant, id),
            "o.created_at, o.id")
        .runCounting(
            db,
            tenant,
            page,
            kind.into("<members> m"),
            row ->
                new JoinedOrganization(
                    Organization.of(row), RoleName.list(row.text("role_names"))));
  }
}
