package io.gatehouse.oidc.logout;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds out who has to hear that a session is over. */
@Singleton
class LogoutStore {
  private final Db db;

  LogoutStore(Db db) {
    this.db = db;
  }

  /** The ids of the applications that the person used in the session. */
  List<String> applications(TenantId tenant, String sessionId) {
    return db.query(
        tenant,
        """
        select distinct application_id from grants
        where tenant_id = ? and session_id = ? and revoked_at is null order by application_id
        """,
        row -> row.text("application_id"),
        tenant,
        sessionId);
  }
}
