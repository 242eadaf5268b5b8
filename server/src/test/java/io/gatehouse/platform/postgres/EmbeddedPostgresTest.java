package io.gatehouse.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.config.DataFolder;
import io.gatehouse.platform.config.StartupProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path temporary;

  @Test
  void whatWasCommittedIsThereAfterARestart() throws Exception {
    try (DataFolder folder = DataFolder.hold(temporary)) {
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.FULL)) {
        execute(postgres.address(), "CREATE TABLE kept (word text)");
        execute(postgres.address(), "INSERT INTO kept VALUES ('gate')");
        assertEquals("on", ask(postgres.address(), "SHOW fsync"));
      }
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.FULL)) {
        assertEquals("gate", ask(postgres.address(), "SELECT word FROM kept"));
      }
    }
  }

  @Test
  void aServerWhoseHolderDiedIsStoppedAndItsDataIsKept() throws Exception {
    try (DataFolder folder = DataFolder.hold(temporary)) {
      EmbeddedPostgres orphan = EmbeddedPostgres.start(folder, Durability.FULL);
      execute(orphan.address(), "CREATE TABLE kept AS SELECT 'gate' AS word");
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.FULL)) {
        assertEquals("gate", ask(postgres.address(), "SELECT word FROM kept"));
        assertThrows(SQLException.class, () -> ask(orphan.address(), "SELECT 1"));
      }
    }
  }

  @Test
  void aSecondHolderOfTheFolderIsRefusedInOneSentence() {
    try (DataFolder folder = DataFolder.hold(temporary)) {
      StartupProblem problem =
          assertThrows(StartupProblem.class, () -> DataFolder.hold(folder.path()));
      String message = String.valueOf(problem.getMessage());
      assertTrue(
          message.contains(
              "in use by another Gatehouse (process " + ProcessHandle.current().pid() + ")"),
          message);
    }
  }

  @Test
  void thePasswordIsForItsOwnerOnlyAndNobodyEntersWithoutIt() throws Exception {
    try (DataFolder folder = DataFolder.hold(temporary);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.FULL)) {
      Path password = temporary.resolve("postgres/password");
      assertEquals(
          "[OWNER_READ, OWNER_WRITE]",
          new java.util.TreeSet<>(Files.getPosixFilePermissions(password)).toString());
      PostgresAddress address = postgres.address();
      PostgresAddress guess = new PostgresAddress(address.jdbcUrl(), address.user(), "guess");
      assertThrows(SQLException.class, () -> ask(guess, "SELECT 1"));
      assertEquals(address, EmbeddedPostgres.runningIn(temporary));
    }
  }

  @Test
  void theBinariesAreOfTheVersionThatTheirFolderSays() throws Exception {
    String said = ask(TestPostgres.admin(), "SHOW server_version");
    assertEquals(PostgresBinaries.VERSION, said);
  }

  private static void execute(PostgresAddress address, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(PostgresAddress address, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
