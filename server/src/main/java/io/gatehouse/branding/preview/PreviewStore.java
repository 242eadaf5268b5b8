package io.gatehouse.branding.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Previews in the database, found by the hash of their link's token. */
@Singleton
class PreviewStore {
  /** An administrator's drafts older than this have been replaced by what was typed since. */
  private static final Duration SUPERSEDED = Duration.ofMinutes(1);

  private final Db db;

  PreviewStore(Db db) {
    this.db = db;
  }

  /** Keeps a draft in place of the older ones of the same administrator. */
  void put(TenantId tenant, String token, String madeBy, PreviewDraft draft, Life life) {
    db.update(
        tenant,
        """
        with superseded as (
          delete from sign_in_previews where tenant_id = ? and made_by = ? and created_at < ?)
        insert into sign_in_previews (tenant_id, token_hash, made_by, draft, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        tenant,
        madeBy,
        life.from().minus(SUPERSEDED),
        tenant,
        Digests.sha256Hex(token),
        madeBy,
        new Jsonb(draft.json().toString()),
        life.from(),
        life.until());
  }

  /** From when until when a draft is shown. */
  record Life(Instant from, Instant until) {}

  Optional<PreviewDraft> find(TenantId tenant, String token, Instant now) {
    return db.find(
        tenant,
        "select draft from sign_in_previews where tenant_id = ? and token_hash = ? and expires_at > ?",
        row -> PreviewDraft.of((ObjectNode) JsonCodec.tree(row.text("draft"))),
        tenant,
        Digests.sha256Hex(token),
        now);
  }
}
