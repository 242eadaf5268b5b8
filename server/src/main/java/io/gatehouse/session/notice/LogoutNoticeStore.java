package io.gatehouse.session.notice;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notices in the database; they are written where sessions end, by the same statement. */
@Singleton
class LogoutNoticeStore {
  /** The pause after an attempt is three times the one before, up to four hours. */
  private static final String TAKE =
      """
      update logout_notices n set attempts = n.attempts + 1,
        due_at = ?::timestamptz + least(interval '4 hours', ? * interval '1 second' * power(3, least(n.attempts, 10)))
      from (
        select tenant_id, session_id, application_id from logout_notices
        where due_at <= ? and expires_at > ? order by due_at limit ? for update skip locked) d
      where n.tenant_id = d.tenant_id and n.session_id = d.session_id and n.application_id = d.application_id
      returning n.tenant_id, n.session_id, n.application_id, n.user_id, n.endpoint
      """;

  private final Db db;

  LogoutNoticeStore(Db db) {
    this.db = db;
  }

  List<LogoutNotice> take(Instant now, int most) {
    return db.acrossTenants(connection -> {
      List<LogoutNotice> taken = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
        Timestamp time = Timestamp.from(now);
        statement.setTimestamp(1, time);
        statement.setLong(2, LogoutNotice.FIRST_PAUSE.toSeconds());
        statement.setTimestamp(3, time);
        statement.setTimestamp(4, time);
        statement.setInt(5, most);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            taken.add(
                new LogoutNotice(
                    new TenantId(rows.getString("tenant_id")),
                    rows.getString("session_id"),
                    rows.getString("application_id"),
                    rows.getString("user_id"),
                    rows.getString("endpoint")));
          }
        }
      }
      return taken;
    });
  }

  void delete(TenantId tenant, List<LogoutNotice> notices) {
    db.update(
        tenant,
        """
        delete from logout_notices n using unnest(?::text[], ?::text[]) as told (session_id, application_id)
        where n.tenant_id = ? and n.session_id = told.session_id and n.application_id = told.application_id
        """,
        notices.stream().map(LogoutNotice::sessionId).toList(),
        notices.stream().map(LogoutNotice::applicationId).toList(),
        tenant);
  }
}
