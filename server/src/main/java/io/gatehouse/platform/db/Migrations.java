package io.gatehouse.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date, forward only, under Flyway's advisory lock. A start with nothing to
 * do asks one question.
 */
final class Migrations {
  private static final String TABLE = "schema_history";

  private Migrations() {}

  static void run(DatabaseUrl url) {
    if (!newest().equals(installed(url))) {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(url.jdbcUrl(), url.user(), url.password())
          .locations("classpath:db/migration")
          .table(TABLE)
          .connectRetries(0)
          .load()
          .migrate();
    }
  }

  /** The version of the newest migration that this build carries; a test keeps the file true. */
  static String newest() {
    try (InputStream file = Migrations.class.getResourceAsStream("/db/newest")) {
      if (file == null) {
        throw new IllegalStateException("db/newest is missing from the build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String installed(DatabaseUrl url) {
    try (Connection connection = Database.connect(url);
        Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
        throw new IllegalStateException("Gatehouse needs PostgreSQL 15 or later.");
      }
      try (ResultSet found = statement.executeQuery("select to_regclass('" + TABLE + "')")) {
        found.next();
        if (found.getString(1) == null) {
          return "";
        }
      }
      try (ResultSet version =
          statement.executeQuery(
              "select max(version) from " + TABLE + " where success and version is not null")) {
        return version.next() && version.getString(1) != null ? version.getString(1) : "";
      }
    } catch (SQLException e) {
      throw DbException.of(e);
    }
  }
}
