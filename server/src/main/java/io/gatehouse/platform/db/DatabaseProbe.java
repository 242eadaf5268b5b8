package io.gatehouse.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks whether a database that the operator names is there and new enough. */
public final class DatabaseProbe {
  private static final int OLDEST = 15;

  private DatabaseProbe() {}

  /** What is wrong with it, as one sentence for the operator, or null when nothing is. */
  public static @Nullable String fault(DatabaseUrl url) {
    try (Connection connection = Database.connect(url)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      return version >= OLDEST
          ? null
          : "The database of DB_URL is PostgreSQL %d; Gatehouse needs %d or later."
              .formatted(version, OLDEST);
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return "The database of DB_URL cannot be reached at %s: %s".formatted(url, reason);
    }
  }
}
