package io.gatehouse.platform.once;

import io.gatehouse.platform.db.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A node's place among the others: an advisory lock on a connection of its own, exclusive while the
 * node is the only one, shared otherwise. PostgreSQL frees it when the node is gone.
 */
final class NodeSession implements AutoCloseable {
  private static final String CHANNEL = "gatehouse_nodes";

  /** Of the advisory locks of this database, ours. */
  private static final String LOCK = "(1195463749, 1)";

  private static final String LOCK_TIMED_OUT = "55P03";

  /** Longer than any statement here; a dead line must not hold the node for ever. */
  private static final Duration LINE = Duration.ofSeconds(5);

  private final Connection connection;
  private final String node;

  private NodeSession(Connection connection, String node) {
    this.connection = connection;
    this.node = node;
  }

  /**
   * Opens the line.
   *
   * @param turn how long {@link #tryShared} waits
   */
  static NodeSession open(Database database, String node, Duration turn) throws SQLException {
    Connection connection = database.dedicated();
    try {
      connection.setNetworkTimeout(Runnable::run, (int) LINE.toMillis());
      NodeSession session = new NodeSession(connection, node);
      session.run("listen " + CHANNEL + "; set lock_timeout = " + turn.toMillis());
      return session;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes the lock alone; false while others hold it. */
  boolean tryAlone() throws SQLException {
    return "t".equals(ask("select pg_try_advisory_lock" + LOCK));
  }

  /** Tells the others that somebody has come, and waits a moment for them to make room. */
  boolean tryShared() throws SQLException {
    ask("select pg_notify(?, ?)", CHANNEL, node);
    try {
      ask("select pg_advisory_lock_shared" + LOCK);
      return true;
    } catch (SQLException e) {
      if (LOCK_TIMED_OUT.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** From alone to shared, without letting go in between. */
  void share() throws SQLException {
    ask("select pg_advisory_lock_shared" + LOCK);
    ask("select pg_advisory_unlock" + LOCK);
  }

  /** From shared, after {@link #tryAlone}, to alone. */
  void stopSharing() throws SQLException {
    ask("select pg_advisory_unlock_shared" + LOCK);
  }

  /** Ends the session of a node that holds the lock alone and does not make room. */
  void endHolder() throws SQLException {
    run("reset role");
    run(
        """
        select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and d.datname = current_database() and l.objsubid = 2
          and (l.classid, l.objid) = %s and l.mode = 'ExclusiveLock' and l.granted and l.pid <> pg_backend_pid()
        """
            .formatted(LOCK));
    run("set role " + Database.RUNTIME_ROLE);
  }

  /** The node that last decided alone and has not said that it no longer does. */
  @Nullable String decider() throws SQLException {
    return ask("select max(node) from sole_node");
  }

  /** Says that this node decides alone from now on. */
  void decides() throws SQLException {
    ask(
        "with others as (delete from sole_node) insert into sole_node (node) values (?) returning node",
        node);
  }

  /** Says that nobody decides alone. */
  void nobodyDecides() throws SQLException {
    run("delete from sole_node");
  }

  /** Makes sure that the line, and with it the lock, is still there. */
  void beat() throws SQLException {
    ask("select 1");
  }

  /** Whether another node has come, waiting for it no longer than this. */
  boolean somebodyCame(Duration patience) throws SQLException {
    PGNotification[] arrived =
        connection.unwrap(PGConnection.class).getNotifications((int) patience.toMillis());
    boolean came = false;
    if (arrived != null) {
      for (PGNotification notice : arrived) {
        came |= !notice.getParameter().equals(node);
      }
    }
    return came;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private @Nullable String ask(String sql, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
