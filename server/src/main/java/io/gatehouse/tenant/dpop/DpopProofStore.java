package io.gatehouse.tenant.dpop;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Which proofs were shown, in the database, so that all nodes know. */
@Singleton
class DpopProofStore {
  private final Db db;

  DpopProofStore(Db db) {
    this.db = db;
  }

  /** Uses the proof up; false when it was used before. */
  boolean use(TenantId tenant, String key, String jti, Instant end) {
    return db.updateInHaste(
            tenant,
            "insert into dpop_proofs (tenant_id, hash, expires_at) values (?, ?, ?) on conflict do nothing",
            tenant,
            Digests.sha256(key + " " + jti),
            end)
        == 1;
  }
}
