package io.gatehouse.organization.jit;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.role.OrganizationRole;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what people join organizations, in the database. */
@Singleton
class JitStore {
  private final Db db;

  JitStore(Db db) {
    this.db = db;
  }

  Slice<EmailDomain> domains(TenantId tenant, OrganizationId organization, Page page) {
    return new ListQuery(
            "*",
            "organization_jit_email_domains",
            Where.of("tenant_id = ? and organization_id = ?", tenant, organization.value()),
            "created_at, email_domain")
        .run(db, tenant, page, EmailDomain::of);
  }

  EmailDomain addDomain(TenantId tenant, OrganizationId organization, String domain, Instant now) {
    return db.one(
        tenant,
        """
        insert into organization_jit_email_domains (tenant_id, organization_id, email_domain, created_at)
        values (?, ?, ?, ?) returning *
        """,
        EmailDomain::of,
        tenant,
        organization.value(),
        domain,
        now);
  }

  void replaceDomains(
      TenantId tenant, OrganizationId organization, List<String> domains, Instant now) {
    db.update(
        tenant,
        "delete from organization_jit_email_domains where tenant_id = ? and organization_id = ? and email_domain <> all (?)",
        tenant,
        organization.value(),
        domains);
    db.update(
        tenant,
        """
        insert into organization_jit_email_domains (tenant_id, organization_id, email_domain, created_at)
        select ?::text, ?::text, domain, ?::timestamptz from unnest(?::text[]) domain on conflict do nothing
        """,
        tenant,
        organization.value(),
        now,
        domains);
  }

  boolean removeDomain(TenantId tenant, OrganizationId organization, String domain) {
    return db.update(
            tenant,
            "delete from organization_jit_email_domains where tenant_id = ? and organization_id = ? and email_domain = ?",
            tenant,
            organization.value(),
            domain)
        == 1;
  }

  Slice<OrganizationRole> roles(TenantId tenant, OrganizationId organization, Page page) {
    return new ListQuery(
            "r.*",
            "organization_jit_roles j join organization_roles r on r.tenant_id = j.tenant_id and r.id = j.organization_role_id",
            Where.of("j.tenant_id = ? and j.organization_id = ?", tenant, organization.value()),
            "r.created_at, r.id")
        .run(db, tenant, page, OrganizationRole::of);
  }

  /** What the organization is linked to besides domains, each in a table of its own. */
  enum Link {
    ROLES("organization_jit_roles", "organization_role_id"),
    CONNECTORS("organization_jit_sso_connectors", "sso_connector_id");

    private final String table;
    private final String column;

    Link(String table, String column) {
      this.table = table;
      this.column = column;
    }

    private String into(String sql) {
      return sql.replace("<table>", table).replace("<column>", column);
    }
  }

  void add(TenantId tenant, Link link, OrganizationId organization, List<String> ids) {
    db.update(
        tenant,
        link.into(
            """
            insert into <table> (tenant_id, organization_id, <column>)
            select ?::text, ?::text, unnest(?::text[]) on conflict do nothing
            """),
        tenant,
        organization.value(),
        ids);
  }

  void removeOthers(TenantId tenant, Link link, OrganizationId organization, List<String> kept) {
    db.update(
        tenant,
        link.into(
            "delete from <table> where tenant_id = ? and organization_id = ? and <column> <> all (?)"),
        tenant,
        organization.value(),
        kept);
  }

  boolean remove(TenantId tenant, Link link, OrganizationId organization, String id) {
    return db.update(
            tenant,
            link.into(
                "delete from <table> where tenant_id = ? and organization_id = ? and <column> = ?"),
            tenant,
            organization.value(),
            id)
        == 1;
  }

  /**
   * Lets a person join the organizations of a domain and those named, with the roles that each
   * gives; answers the organizations that they had not belonged to before.
   */
  List<OrganizationId> join(
      TenantId tenant,
      String user,
      @Nullable String domain,
      @Nullable String connector,
      List<String> organizations) {
    return db.query(
        tenant,
        """
        with joined as (
          insert into organization_users (tenant_id, organization_id, user_id)
          select tenant_id, organization_id, ?::text
          from organization_jit_email_domains where tenant_id = ? and domain_key = lower(?)
          union
          select tenant_id, organization_id, ?::text
          from organization_jit_sso_connectors where tenant_id = ? and sso_connector_id = ?
          union
          select tenant_id, id, ?::text from organizations where tenant_id = ? and id = any (?)
          on conflict do nothing returning tenant_id, organization_id, user_id),
        given as (
          insert into organization_user_roles (tenant_id, organization_id, user_id, organization_role_id)
          select m.tenant_id, m.organization_id, m.user_id, r.id
          from joined m
            join organization_jit_roles j on j.tenant_id = m.tenant_id and j.organization_id = m.organization_id
            join organization_roles r on r.tenant_id = j.tenant_id and r.id = j.organization_role_id and r.type = 'User'
          on conflict do nothing)
        select organization_id from joined order by 1
        """,
        row -> new OrganizationId(row.text("organization_id")),
        user,
        tenant,
        domain,
        user,
        tenant,
        connector,
        user,
        tenant,
        organizations);
  }
}
