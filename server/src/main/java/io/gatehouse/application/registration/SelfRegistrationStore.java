package io.gatehouse.application.registration;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Which applications have registered themselves, in the database. */
@Singleton
class SelfRegistrationStore {
  private final Db db;

  SelfRegistrationStore(Db db) {
    this.db = db;
  }

  /** Those among these applications that nobody here has made. */
  List<SelfRegistration> among(TenantId tenant, List<String> applicationIds) {
    return db.query(
        tenant,
        """
        select application_id, created_at from application_registrations
        where tenant_id = ? and application_id = any(?) order by application_id
        """,
        row -> new SelfRegistration(row.text("application_id"), row.instant("created_at")),
        tenant,
        applicationIds);
  }
}
