package io.gatehouse.session.subjecttoken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Subject tokens in the database. */
@Singleton
class SubjectTokenStore {
  private final Db db;

  SubjectTokenStore(Db db) {
    this.db = db;
  }

  void insert(TenantId tenant, byte[] hash, SubjectToken token, Instant now, Instant expires) {
    db.update(
        tenant,
        """
        insert into subject_tokens (tenant_id, token_hash, user_id, context, creator_id, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        hash,
        token.userId(),
        new Jsonb(token.context().toString()),
        token.creatorId(),
        now,
        expires);
  }

  /** Uses the token up; empty when it is unknown, used or over. */
  Optional<SubjectToken> redeem(TenantId tenant, byte[] hash, Instant now) {
    return db.find(
        tenant,
        """
        update subject_tokens set consumed_at = ?
        where tenant_id = ? and token_hash = ? and consumed_at is null and expires_at > ?
        returning user_id, context, creator_id
        """,
        row ->
            new SubjectToken(
                row.text("user_id"),
                (ObjectNode) JsonCodec.tree(row.text("context")),
                row.text("creator_id")),
        now,
        tenant,
        hash,
        now);
  }
}
