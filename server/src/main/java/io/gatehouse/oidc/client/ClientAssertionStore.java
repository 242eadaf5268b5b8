package io.gatehouse.oidc.client;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Which assertions were used, in the database. */
@Singleton
class ClientAssertionStore {
  private final Db db;

  ClientAssertionStore(Db db) {
    this.db = db;
  }

  /** Uses the assertion up; false when it was used before. */
  boolean use(TenantId tenant, String clientId, String jti, Instant end) {
    return db.updateInHaste(
            tenant,
            """
            insert into client_assertions (tenant_id, application_id, hash, expires_at) values (?, ?, ?, ?)
            on conflict do nothing
            """,
            tenant,
            clientId,
            Digests.sha256(jti),
            end)
        == 1;
  }
}
