package io.gatehouse.platform.db;

import io.gatehouse.platform.postgres.PostgresAddress;
import io.gatehouse.platform.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A database of a test class: a clone of one that is migrated and seeded once a run, entered as the
 * role the server works as.
 */
public final class TestDatabase implements AutoCloseable {
  private static final int COPIED = 64_000;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Database database;

  private TestDatabase(Database database) {
    this.database = database;
  }

  /** A fresh one. */
  public static TestDatabase create() {
    String name = "test_" + NUMBER.incrementAndGet();
    administer("drop database if exists " + name);
    administer("create database " + name + " template " + Template.NAME);
    return open(name);
  }

  /**
   * One with rows that take long to load: in a cluster that is kept, what an earlier run has
   * loaded.
   *
   * @param load fills a fresh one
   */
  public static TestDatabase loaded(String name, Consumer<TestDatabase> load) {
    if (TestPostgres.kept().isEmpty()) {
      TestDatabase fresh = create();
      load.accept(fresh);
      return fresh;
    }
    if (!exists(name)) {
      String loading = name + "_loading";
      administer("drop database if exists " + loading);
      administer("create database " + loading);
      try (TestDatabase fresh = open(loading)) {
        load.accept(fresh);
      }
      administer("alter database " + loading + " rename to " + name);
    }
    return open(name);
  }

  private static boolean exists(String name) {
    try (Connection connection = Database.connect(url(TestPostgres.admin()));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestDatabase open(String name) {
    return new TestDatabase(
        Database.open(
            url(TestPostgres.admin().database(name)),
            new Database.Limits(16, Duration.ofSeconds(5), Duration.ofSeconds(30))));
  }

  /** Statements as the runtime role. */
  public Db db() {
    return database.db();
  }

  public Database database() {
    return database;
  }

  /** A statement as the owner of the schema, whom row-level security does not stop. */
  public void asOwner(String sql) {
    execute(database.url(), sql);
  }

  /**
   * Fills a table by COPY.
   *
   * @param into the table, with its columns in parentheses
   * @param row the values of row n, from 1, separated by tabs; {@code \\N} is null
   */
  public void copy(String into, int count, IntFunction<String> row) {
    try (Connection connection = Database.connect(database.url())) {
      CopyIn copy =
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
      StringBuilder rows = new StringBuilder();
      for (int n = 1; n <= count; n++) {
        rows.append(row.apply(n)).append('\n');
        if (rows.length() > COPIED || n == count) {
          byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
          copy.writeToCopy(bytes, 0, bytes.length);
          rows.setLength(0);
        }
      }
      copy.endCopy();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  private static void administer(String sql) {
    execute(url(TestPostgres.admin()), sql);
  }

  private static void execute(DatabaseUrl url, String sql) {
    try (Connection connection = Database.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DatabaseUrl url(PostgresAddress address) {
    return new DatabaseUrl(address.jdbcUrl(), address.user(), address.password());
  }

  private static final class Template {
    static final String NAME = make();

    private static String make() {
      administer("drop database if exists template_migrated");
      administer("create database template_migrated");
      Migrations.run(url(TestPostgres.admin().database("template_migrated")));
      return "template_migrated";
    }
  }
}
