package io.gatehouse.oidc.token.assertion;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Which assertions about people were used, in the database. */
@Singleton
class UsedAssertionStore {
  private final Db db;

  UsedAssertionStore(Db db) {
    this.db = db;
  }

  /** Uses the assertion up, for good when the transaction is; false when it was used before. */
  boolean use(TenantId tenant, String issuer, String jti, Instant end) {
    return db.update(
            tenant,
            """
            insert into used_assertions (tenant_id, hash, expires_at) values (?, ?, ?) on conflict do nothing
            """,
            tenant,
            Digests.sha256(issuer + " " + jti),
            end)
        == 1;
  }
}
