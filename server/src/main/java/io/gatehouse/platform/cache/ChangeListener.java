package io.gatehouse.platform.cache;

import io.gatehouse.platform.db.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of changes made by other nodes, on a connection of its own; while it is deaf, nothing stays
 * cached.
 */
public final class ChangeListener implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ChangeListener.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final Invalidations invalidations;
  private final Thread thread;
  private volatile boolean closed;

  public ChangeListener(Database database, Invalidations invalidations) {
    this.database = database;
    this.invalidations = invalidations;
    this.thread = Thread.ofPlatform().daemon().name("gatehouse-changes").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    Duration pause = Duration.ofMillis(200);
    while (!closed) {
      try (Connection connection = database.dedicated()) {
        listen(connection);
      } catch (SQLException e) {
        if (!closed) { // at the end of the process nobody is to read anything anew
          invalidations.dropEverything();
          LOG.warnf("Lost the connection that hears of changed settings: %s", e.getMessage());
        }
      }
      if (!sleep(pause)) {
        return;
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + Invalidations.CHANNEL);
    }
    invalidations.dropEverything(); // whatever changed while nobody listened
    PGConnection notices = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] arrived = notices.getNotifications((int) PATIENCE.toMillis());
      if (arrived != null) {
        for (PGNotification notice : arrived) {
          invalidations.deliver(Invalidations.Change.parse(notice.getParameter()));
        }
      }
    }
  }

  private boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause);
      return !closed;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
