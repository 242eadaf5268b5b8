package io.gatehouse.organization;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.ListStatement;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Organizations in the database. */
@Singleton
class OrganizationStore {
  /** A page of all; the total is a counter's. */
  private static final String ALL =
      """
      (select (select total_of('organizations')) as list_total, a.* from organizations a
       where a.tenant_id = ? order by a.created_at, a.id limit ? offset ?) o
      """;

  private static final String SEARCHED =
      """
      (select s.total as list_total, a.* from search_organizations(?, ?, ?) s
         join organizations a on a.tenant_id = ? and a.id = s.id) o
      """;

  private static final String FEATURED =
      """
      , total_of('organization_users:' || o.id) as users_count,
      (select coalesce(json_agg(json_build_object('id', f.id, 'avatar', f.avatar, 'name', f.name)), '[]')
         from (select * from organization_users m where m.tenant_id = o.tenant_id and m.organization_id = o.id limit 3) h
           join users f on f.tenant_id = h.tenant_id and f.id = h.user_id) as featured_users
      """;

  private final Db db;

  OrganizationStore(Db db) {
    this.db = db;
  }

  /**
   * A page of the organizations, oldest first.
   *
   * @param text of which the name or the id has a part; empty for all
   */
  Slice<OrganizationListing> list(TenantId tenant, String text, boolean featured, Page page) {
    String sql =
        "select o.*"
            + (featured ? FEATURED : "")
            + " from "
            + (text.isEmpty() ? ALL : SEARCHED)
            + " order by o.created_at, o.id";
    long size = page.size();
    @Nullable Object[] arguments =
        text.isEmpty()
            ? new @Nullable Object[] {tenant, size, page.offset()}
            : new @Nullable Object[] {"%" + text + "%", size, page.offset(), tenant};
    long[] total = {0};
    List<OrganizationListing> found =
        ListStatement.query(
            db,
            tenant,
            sql,
            row -> {
              total[0] = row.number("list_total");
              return listing(row, featured);
            },
            arguments);
    return new Slice<>(
        found, found.isEmpty() && page.number() > 1 ? count(tenant, text) : total[0]);
  }

  private long count(TenantId tenant, String text) {
    return text.isEmpty()
        ? db.one(tenant, "select total_of('organizations') as total", row -> row.number("total"))
        : list(tenant, text, false, new Page(1, 1)).total();
  }

  private static OrganizationListing listing(Row row, boolean featured) throws SQLException {
    return new OrganizationListing(
        Organization.of(row),
        featured ? row.number("users_count") : null,
        featured ? JsonCodec.tree(row.text("featured_users")) : null);
  }

  Optional<Organization> find(TenantId tenant, OrganizationId id) {
    return db.find(
        tenant,
        "select * from organizations where tenant_id = ? and id = ?",
        Organization::of,
        tenant,
        id.value());
  }

  void insert(Organization organization) {
    db.update(
        organization.tenantId(),
        """
        insert into organizations
          (tenant_id, id, name, description, custom_data, is_mfa_required, is_trusted_device_allowed, color, branding,
           custom_css, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        organization.tenantId(),
        organization.id().value(),
        organization.name(),
        organization.description(),
        json(organization.customData()),
        organization.isMfaRequired(),
        organization.isTrustedDeviceAllowed() == null,
        json(organization.color()),
        json(organization.branding()),
        organization.customCss(),
        organization.createdAt());
  }

  Optional<Organization> update(TenantId tenant, OrganizationId id, OrganizationPatch patch) {
    return db.find(
        tenant,
        """
        update organizations
        set name = coalesce(?, name), description = case when ? then ? else description end,
          custom_data = coalesce(?, custom_data), is_mfa_required = coalesce(?, is_mfa_required),
          is_trusted_device_allowed = coalesce(?, is_trusted_device_allowed),
          color = coalesce(?, color), branding = coalesce(?, branding), custom_css = case when ? then ? else custom_css end
        where tenant_id = ? and id = ?
        returning *
        """,
        Organization::of,
        patch.name(),
        patch.description().isSet(),
        patch.description().value(),
        json(patch.customData()),
        patch.isMfaRequired(),
        patch.isTrustedDeviceAllowed(),
        json(patch.color()),
        json(patch.branding()),
        patch.customCss().isSet(),
        patch.customCss().value(),
        tenant,
        id.value());
  }

  boolean delete(TenantId tenant, OrganizationId id) {
    return db.update(
            tenant, "delete from organizations where tenant_id = ? and id = ?", tenant, id.value())
        == 1;
  }

  private static @Nullable Jsonb json(@Nullable Object value) {
    return value == null
        ? null
        : new Jsonb(value instanceof JsonNode node ? node.toString() : JsonCodec.text(value));
  }
}
