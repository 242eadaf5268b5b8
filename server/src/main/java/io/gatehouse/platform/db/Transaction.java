package io.gatehouse.platform.db;

import io.gatehouse.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of {@link Db} under way: its connection, and what is to happen at its end.
 *
 * <p>The driver is left to believe that each statement is a transaction of its own: it would send
 * BEGIN as a request by itself, whose answer wakes the thread before the one it waits for. So BEGIN
 * goes with the first statement.
 */
final class Transaction {
  final Connection connection;
  final TenantId tenant;
  final List<Runnable> afterCommit = new ArrayList<>();
  boolean begun;
  int joined;
  private @Nullable SQLException failure;

  Transaction(Connection connection, TenantId tenant) {
    this.connection = connection;
    this.tenant = tenant;
  }

  /** Runs one of its statements, which is told whether it is the one that begins it. */
  <T> T noting(Db.SqlFunction<Boolean, T> statement) throws SQLException {
    boolean first = !begun;
    begun = true;
    try {
      return statement.apply(first);
    } catch (SQLException e) {
      failure = e;
      throw e;
    }
  }

  /** PostgreSQL takes everything back where a statement has failed, also if nobody cared. */
  void commit() throws SQLException {
    if (failure != null) {
      throw failure;
    }
    end("commit");
  }

  /** Ends it, unless nothing has begun it or its last statement has ended it. */
  void end(String how) throws SQLException {
    if (begun) {
      begun = false;
      try (PreparedStatement statement = connection.prepareStatement(how)) {
        statement.execute();
      }
    }
  }
}
