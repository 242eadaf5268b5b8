package io.gatehouse.platform.job;

import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;

/** Rows whose time is over, of all tenants. */
@Singleton
class ExpiredRowStore {
  private final Db db;

  ExpiredRowStore(Db db) {
    this.db = db;
  }

  /** Deletes at most {@code batch} rows that ended before the instant, the oldest first. */
  int delete(Expiring expiring, Instant before, int batch) {
    String table = expiring.table();
    String sql =
        """
        delete from %1$s where ctid = any (array(
          select ctid from %1$s where expires_at < ? order by expires_at limit ? for update skip locked))
        """
            .formatted(table);
    return db.acrossTenants(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setTimestamp(1, Timestamp.from(before));
        statement.setInt(2, batch);
        return statement.executeUpdate();
      }
    });
  }
}
