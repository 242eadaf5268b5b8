package io.gatehouse.platform.once;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was shown, in the database: for all nodes, and for this one when it starts again. */
final class OnceStore {
  private final Db db;

  OnceStore(Db db) {
    this.db = db;
  }

  /** Uses it up; false when it was used before. */
  boolean insert(TenantId tenant, Mark mark) {
    return db.updateInHaste(
            tenant,
            "insert into shown_once (tenant_id, hash, expires_at) values (?, ?, ?) on conflict do nothing",
            tenant,
            mark.hash(),
            Instant.ofEpochSecond(mark.end()))
        == 1;
  }

  /** Writes down what memory has decided on. */
  void write(TenantId tenant, List<Mark> marks) {
    db.updateInHaste(
        tenant,
        """
        insert into shown_once (tenant_id, hash, expires_at)
        select ?, s.hash, to_timestamp(s.seconds) from unnest(?, ?) as s (hash, seconds)
        on conflict do nothing
        """,
        tenant,
        marks.stream().map(Mark::hash).toArray(byte[][]::new),
        marks.stream().mapToLong(Mark::end).toArray());
  }

  /** What still counts at the instant, of all tenants: at most so many, those that end last. */
  List<Mark> latest(Instant now, int most) {
    return db.acrossTenants(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              select hash, ceil(extract(epoch from expires_at))::bigint from shown_once
              where expires_at >= ? order by expires_at desc limit ?
              """)) {
        statement.setTimestamp(1, Timestamp.from(now));
        statement.setInt(2, most);
        List<Mark> marks = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            marks.add(Mark.of(rows.getBytes(1), rows.getLong(2)));
          }
        }
        return marks;
      }
    });
  }
}
