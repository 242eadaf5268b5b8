package io.gatehouse.organization.member;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Who belongs to an organization, in the database. */
@Singleton
class MemberStore {
  private final Db db;

  MemberStore(Db db) {
    this.db = db;
  }

  boolean contains(TenantId tenant, MemberKind kind, OrganizationId organization, String id) {
    return db.find(
            tenant,
            kind.into(
                "select true from <members> where tenant_id = ? and organization_id = ? and <id> = ?"),
            row -> true,
            tenant,
            organization.value(),
            id)
        .isPresent();
  }

  /** Lets them join, and answers those who had not belonged to it before. */
  List<String> add(
      TenantId tenant, MemberKind kind, OrganizationId organization, List<String> ids) {
    return db.query(
        tenant,
        kind.into(
            """
            insert into <members> (tenant_id, organization_id, <id>)
            select ?::text, ?::text, unnest(?::text[]) on conflict do nothing returning <id> as id
            """),
        row -> row.text("id"),
        tenant,
        organization.value(),
        ids);
  }

  /** Removes whoever is not among them, and answers who was. */
  List<String> removeOthers(
      TenantId tenant, MemberKind kind, OrganizationId organization, List<String> kept) {
    return db.query(
        tenant,
        kind.into(
            """
            delete from <members> where tenant_id = ? and organization_id = ? and <id> <> all (?)
            returning <id> as id
            """),
        row -> row.text("id"),
        tenant,
        organization.value(),
        kept);
  }

  boolean remove(TenantId tenant, MemberKind kind, OrganizationId organization, String id) {
    return db.update(
            tenant,
            kind.into(
                "delete from <members> where tenant_id = ? and organization_id = ? and <id> = ?"),
            tenant,
            organization.value(),
            id)
        == 1;
  }
}
