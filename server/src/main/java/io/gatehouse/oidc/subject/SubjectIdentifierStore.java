package io.gatehouse.oidc.subject;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** By which ids the groups of applications know people, in the database. */
@Singleton
class SubjectIdentifierStore {
  private final Db db;

  SubjectIdentifierStore(Db db) {
    this.db = db;
  }

  Optional<String> find(TenantId tenant, String sector, String userId) {
    return db.find(
        tenant,
        "select subject from pairwise_subjects where tenant_id = ? and sector = ? and user_id = ?",
        row -> row.text("subject"),
        tenant,
        sector,
        userId);
  }

  /** Keeps this id, unless another was kept meanwhile; answers the one that counts. */
  String make(TenantId tenant, String sector, String userId, String subject, Instant now) {
    return db.one(
        tenant,
        """
        insert into pairwise_subjects (tenant_id, sector, user_id, subject, created_at) values (?, ?, ?, ?, ?)
        on conflict (tenant_id, sector, user_id) do update set sector = excluded.sector
        returning subject
        """,
        row -> row.text("subject"),
        tenant,
        sector,
        userId,
        subject,
        now);
  }

  Optional<String> person(TenantId tenant, String subject) {
    return db.find(
        tenant,
        "select user_id from pairwise_subjects where tenant_id = ? and subject = ?",
        row -> row.text("user_id"),
        tenant,
        subject);
  }
}
