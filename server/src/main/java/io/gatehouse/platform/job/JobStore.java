package io.gatehouse.platform.job;

import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whose turn a job is. One that began in what is now the future was planned by a clock that has
 * been set back, and is due.
 */
@Singleton
class JobStore {
  private static final int LONGEST_ERROR = 1000;

  /** By how much the clocks of two nodes may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private final Db db;

  JobStore(Db db) {
    this.db = db;
  }

  /** Makes the rows of jobs that were never seen before, due at once. */
  void register(Collection<String> names, Instant now) {
    run(
        """
        insert into jobs (name, due_at) select name, ? from unnest(?) as name
        on conflict do nothing
        """,
        now,
        names);
  }

  /** Those of the jobs that are due and that nobody holds. */
  List<String> due(Collection<String> names, Instant now) {
    return db.acrossTenants(connection -> {
      List<String> due = new ArrayList<>();
      try (PreparedStatement statement =
              prepare(
                  connection,
                  """
                  select name from jobs
                  where name = any(?) and (due_at <= ? or started_at > ?) and (lease_until is null or lease_until <= ?)
                  order by due_at, name
                  """,
                  names,
                  now,
                  now.plus(CLOCK_SKEW),
                  now);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          due.add(rows.getString(1));
        }
      }
      return due;
    });
  }

  /** Takes the lease; of several nodes that try, one gets it. */
  boolean claim(String name, String owner, Instant now, Duration lease) {
    return run(
            """
            update jobs set lease_owner = ?, lease_until = ?, started_at = ?
            where name = (
              select name from jobs
              where name = ? and (due_at <= ? or started_at > ?) and (lease_until is null or lease_until <= ?)
              for update skip locked)
            """,
            owner,
            now.plus(lease),
            now,
            name,
            now,
            now.plus(CLOCK_SKEW),
            now)
        == 1;
  }

  /** Gives the lease back after success. */
  void finish(String name, String owner, Instant now, Instant due) {
    run(
        """
        update jobs set due_at = ?, lease_owner = null, lease_until = null, finished_at = ?,
          failures = 0, last_error = null
        where name = ? and lease_owner = ?
        """,
        due,
        now,
        name,
        owner);
  }

  /** Gives the lease back after a failure: the pause doubles up to the job's usual one. */
  void fail(String name, String owner, Instant now, Duration usual, String error) {
    run(
        """
        update jobs set lease_owner = null, lease_until = null, failures = failures + 1, last_error = ?,
          due_at = ?::timestamptz + least(interval '1 second' * ?, interval '10 seconds' * power(2, least(failures, 20)))
        where name = ? and lease_owner = ?
        """,
        error.substring(0, Math.min(error.length(), LONGEST_ERROR)),
        now,
        usual.toSeconds(),
        name,
        owner);
  }

  private int run(String sql, Object... arguments) {
    return db.acrossTenants(connection -> {
      try (PreparedStatement statement = prepare(connection, sql, arguments)) {
        return statement.executeUpdate();
      }
    });
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case Instant instant -> statement.setTimestamp(i + 1, Timestamp.from(instant));
        case Collection<?> texts ->
            statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
        case Object other -> statement.setObject(i + 1, other);
      }
    }
    return statement;
  }
}
