package io.gatehouse.guard;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** When networks registered clients. */
@Singleton
class RegistrationAttemptStore {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Db db;

  RegistrationAttemptStore(Db db) {
    this.db = db;
  }

  /** Counts one, unless there were as many within the window. */
  boolean take(TenantId tenant, String network, int most, Instant now) {
    return db.update(
            tenant,
            """
            insert into registration_attempts as r (tenant_id, network, attempts, expires_at)
            values (?, ?, array[?::timestamptz], ?)
            on conflict (tenant_id, network) do update
            set attempts = array(select a from unnest(r.attempts) a where a > ?) || excluded.attempts,
              expires_at = excluded.expires_at
            where (select count(*) from unnest(r.attempts) a where a > ?) < ?
            """,
            tenant,
            network,
            now,
            now.plus(WINDOW),
            now.minus(WINDOW),
            now.minus(WINDOW),
            most)
        == 1;
  }
}
