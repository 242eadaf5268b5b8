package io.gatehouse.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The connections of the server: migrates as the owner of the schema, then serves as a role that
 * owns nothing, and refuses to serve when that role could skip row-level security.
 */
public final class Database implements AutoCloseable {
  /** The role the server works as. */
  public static final String RUNTIME_ROLE = "gatehouse_app";

  private final DatabaseUrl url;
  private final HikariDataSource pool;

  private Database(DatabaseUrl url, HikariDataSource pool) {
    this.url = url;
    this.pool = pool;
  }

  /** How many connections, how long to wait for one, how long a statement may run. */
  public record Limits(int poolSize, Duration connectionTimeout, Duration statementTimeout) {}

  /** Migrates where needed, opens the pool and checks the role. */
  public static Database open(DatabaseUrl url, Limits limits) {
    Migrations.run(url);
    Database database = new Database(url, new HikariDataSource(config(url, limits)));
    database.refuseIfRowLevelSecurityCanBeSkipped();
    return database;
  }

  public Db db() {
    return new Db(pool);
  }

  public DatabaseUrl url() {
    return url;
  }

  /** Connections in use and open, for the metrics. */
  public HikariDataSource pool() {
    return pool;
  }

  /** Whether a statement gets through, waiting no longer than a second for it. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** A connection of its own outside the pool, in the runtime role: for LISTEN. */
  public Connection dedicated() throws SQLException {
    Connection connection = connect(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set role " + RUNTIME_ROLE);
    }
    return connection;
  }

  static Connection connect(DatabaseUrl url) throws SQLException {
    Properties properties = new Properties();
    if (url.user() != null) {
      properties.setProperty("user", url.user());
    }
    if (url.password() != null) {
      properties.setProperty("password", url.password());
    }
    properties.setProperty("connectTimeout", "5");
    // Not by DriverManager: it knows only drivers that its first caller's class loader could see.
    return Objects.requireNonNull(new Driver().connect(url.jdbcUrl(), properties));
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariConfig config(DatabaseUrl url, Limits limits) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("gatehouse");
    config.setDriverClassName(Driver.class.getName());
    config.setJdbcUrl(url.jdbcUrl());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(limits.poolSize());
    config.setMinimumIdle(Math.min(4, limits.poolSize()));
    config.setConnectionTimeout(limits.connectionTimeout().toMillis());
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(
        "set role "
            + RUNTIME_ROLE
            // Look-ups go by keys, so that one plan fits all values; planning anew costs more than
            // running. A plan that was made while the table was empty must not read all of it when
            // it no longer is.
            + "; set plan_cache_mode = force_generic_plan; set enable_seqscan = off"
            + "; set statement_timeout = "
            + limits.statementTimeout().toMillis());
    config.addDataSourceProperty("ApplicationName", "gatehouse");
    config.addDataSourceProperty("preparedStatementCacheQueries", "512");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }

  private void refuseIfRowLevelSecurityCanBeSkipped() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select rolsuper or rolbypassrls
                    or exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as skips
                from pg_roles r where rolname = current_user
                """)) {
      if (!rows.next() || rows.getBoolean("skips")) {
        throw new IllegalStateException(
            "The database role "
                + RUNTIME_ROLE
                + " could skip row-level security; it must own no table and be neither superuser nor BYPASSRLS.");
      }
    } catch (SQLException e) {
      throw DbException.of(e);
    }
  }
}
