package io.gatehouse.organization.consent;

import io.gatehouse.organization.Organization;
import io.gatehouse.organization.consent.ConsentOrganizations.Consenter;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Where applications may act for people, in the database. */
@Singleton
class ConsentOrganizationStore {
  private final Db db;

  ConsentOrganizationStore(Db db) {
    this.db = db;
  }

  Slice<Organization> list(Consenter who, Page page) {
    Where where =
        Where.of(
            "c.tenant_id = ? and c.application_id = ? and c.user_id = ?",
            who.tenant(),
            who.applicationId(),
            who.userId());
    return new ListQuery(
            "o.*",
            """
            application_consent_organizations c
              join organizations o on o.tenant_id = c.tenant_id and o.id = c.organization_id
            """,
            where,
            "o.created_at, o.id")
        .run(db, who.tenant(), page, Organization::of);
  }

  boolean memberOfAll(Consenter who, List<String> organizations) {
    return db.one(
        who.tenant(),
        """
        select not exists (select from unnest(?::text[]) as wanted (id) where not exists (
          select from organization_users m where m.tenant_id = ? and m.organization_id = wanted.id and m.user_id = ?)) as all_of_them
        """,
        row -> row.flag("all_of_them"),
        organizations,
        who.tenant(),
        who.userId());
  }

  boolean memberOfSession(TenantId tenant, String sessionId, String organization) {
    return db.one(
        tenant,
        """
        select exists (
          select from sessions s join organization_users m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
          where s.tenant_id = ? and s.id = ? and m.organization_id = ?) as member
        """,
        row -> row.flag("member"),
        tenant,
        sessionId,
        organization);
  }

  /** Adds for the person of a session; answers how many of the organizations they belong to. */
  int addOfSession(
      TenantId tenant, String applicationId, String sessionId, List<String> organizations) {
    return db.one(
        tenant,
        """
        with membership as (
          select m.tenant_id, m.user_id, m.organization_id
          from sessions s
            join organization_users m on m.tenant_id = s.tenant_id and m.user_id = s.user_id and m.organization_id = any (?)
          where s.tenant_id = ? and s.id = ?),
        added as (
          insert into application_consent_organizations (tenant_id, application_id, user_id, organization_id)
          select tenant_id, ?::text, user_id, organization_id from membership
          on conflict do nothing)
        select count(*) as found from membership
        """,
        row -> row.integer("found"),
        organizations,
        tenant,
        sessionId,
        applicationId);
  }

  void add(Consenter who, List<String> organizations) {
    db.update(
        who.tenant(),
        """
        insert into application_consent_organizations (tenant_id, application_id, user_id, organization_id)
        select ?::text, ?::text, ?::text, unnest(?::text[])
        on conflict do nothing
        """,
        who.tenant(),
        who.applicationId(),
        who.userId(),
        organizations);
  }

  void removeOthers(Consenter who, List<String> kept) {
    db.update(
        who.tenant(),
        """
        delete from application_consent_organizations
        where tenant_id = ? and application_id = ? and user_id = ? and organization_id <> all (?)
        """,
        who.tenant(),
        who.applicationId(),
        who.userId(),
        kept);
  }

  boolean remove(Consenter who, String organization) {
    return db.update(
            who.tenant(),
            """
            delete from application_consent_organizations
            where tenant_id = ? and application_id = ? and user_id = ? and organization_id = ?
            """,
            who.tenant(),
            who.applicationId(),
            who.userId(),
            organization)
        == 1;
  }
}
