package io.gatehouse.connector.tokenset;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** Token sets in the database. */
@Singleton
class TokenSetStore {
  private final Db db;

  TokenSetStore(Db db) {
    this.db = db;
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(tenant, "delete from token_sets where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }
}
