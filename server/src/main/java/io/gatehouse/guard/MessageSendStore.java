package io.gatehouse.guard;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** When messages went to whom. */
@Singleton
class MessageSendStore {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Db db;

  MessageSendStore(Db db) {
    this.db = db;
  }

  /** Counts one message, unless as many as allowed went out within the window. */
  boolean take(TenantId tenant, String recipientHash, Instant now) {
    return db.update(
            tenant,
            """
            insert into message_sends as m (tenant_id, recipient_hash, sends, expires_at)
            values (?, ?, array[?::timestamptz], ?)
            on conflict (tenant_id, recipient_hash) do update
            set sends = array(select s from unnest(m.sends) s where s > ?) || excluded.sends,
              expires_at = excluded.expires_at
            where (select count(*) from unnest(m.sends) s where s > ?) < ?
            """,
            tenant,
            recipientHash,
            now,
            now.plus(WINDOW),
            now.minus(WINDOW),
            now.minus(WINDOW),
            MOST)
        == 1;
  }

  /** Takes back one count. */
  void giveBack(TenantId tenant, String recipientHash, Instant sent) {
    db.update(
        tenant,
        "update message_sends set sends = array_remove(sends, ?) where tenant_id = ? and recipient_hash = ?",
        sent,
        tenant,
        recipientHash);
  }
}
