package io.gatehouse.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.config.Closing;
import io.gatehouse.platform.config.DataFolder;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.db.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

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

  @ParameterizedTest
  @ValueSource(ints = {0, 300, 1_200})
  void aStartIsGivenUpWhenTheProcessEndsAndTheNextOneIsWhole(int milliseconds) throws Exception {
    try (DataFolder folder = DataFolder.hold(temporary)) {
      Closing closing = new Closing();
      CompletableFuture<EmbeddedPostgres> started =
          CompletableFuture.supplyAsync(
              () -> EmbeddedPostgres.start(folder, Durability.FULL, closing));
      Thread.sleep(milliseconds);
      closing.begin();
      try {
        started.get(60, TimeUnit.SECONDS).close();
      } catch (ExecutionException e) {
        assertInstanceOf(StartupProblem.class, e.getCause());
      }
      assertEquals(List.of(), programsOf(temporary));
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.FULL)) {
        assertEquals("1", ask(postgres.address(), "SELECT 1"));
      }
    }
  }

  private static List<String> programsOf(Path folder) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(folder.toString()) && !line.contains("java"))
        .toList();
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
  void theServerItselfEntersByTheSocketInTheFolder() throws Exception {
    try (DataFolder folder = DataFolder.hold(temporary);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.FULL);
        Connection connection = enter(postgres.shortcut());
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT inet_client_addr() IS NULL")) {
        assertTrue(rows.next() && rows.getBoolean(1), "not by TCP");
      }
      assertTrue(connection.isValid(1));
      statement.execute("LISTEN news");
      PGConnection listener = connection.unwrap(PGConnection.class);
      assertEquals(0, listener.getNotifications(20).length, "waits no longer than it was told");
      execute(postgres.address(), "NOTIFY news, 'heard'");
      assertEquals("heard", listener.getNotifications(5_000)[0].getParameter());
      String big = "x".repeat(3_000_000);
      try (ResultSet rows = statement.executeQuery("SELECT '" + big + "'")) {
        assertTrue(rows.next() && rows.getString(1).equals(big));
      }
      postgres.close();
      assertThrows(SQLException.class, () -> statement.execute("SELECT 1"));
    }
  }

  @Test
  void aFolderTooDeepForASocketIsEnteredByTcp() throws Exception {
    Path deep = temporary.resolve("d".repeat(60)).resolve("e".repeat(60));
    try (DataFolder folder = DataFolder.hold(deep);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.FULL)) {
      assertEquals(postgres.address().url(), postgres.shortcut());
      assertEquals("1", ask(postgres.address(), "SELECT 1"));
    }
  }

  @Test
  void theBinariesAreOfTheVersionThatTheirFolderSays() throws Exception {
    String said = ask(TestPostgres.admin(), "SHOW server_version");
    assertEquals(PostgresBinaries.VERSION, said);
  }

  private static Connection enter(DatabaseUrl url) throws SQLException {
    Properties who = new Properties();
    who.setProperty("user", Objects.requireNonNull(url.user()));
    who.setProperty("password", Objects.requireNonNull(url.password()));
    return Objects.requireNonNull(new Driver().connect(url.jdbcUrl(), who));
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
