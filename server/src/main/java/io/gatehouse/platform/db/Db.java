package io.gatehouse.platform.db;

import io.gatehouse.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements for a tenant. Parameters are positional ({@code ?}); texts, numbers, flags,
 * instants, byte arrays, lists of texts ({@code text[]}) and {@link Jsonb} are bound as what they
 * are.
 *
 * <p>A statement that joins a {@link #transaction} of the same tenant uses its connection; any
 * other runs alone, in one round trip. Errors are {@link DbException}s.
 */
public final class Db {
  private static final String WITH_TENANT = "select set_config('gatehouse.tenant', ?, true); ";
  private static final String WITH_TENANT_AND_LIMIT =
      "select set_config('gatehouse.tenant', ?, true), set_config('statement_timeout', '%d', true); ";
  private static final String WITH_TENANT_IN_HASTE =
      "select set_config('gatehouse.tenant', ?, true), set_config('synchronous_commit', 'off', true); ";
  private static final String BEGIN_WITH_TENANT =
      "begin; select set_config('gatehouse.tenant', ?, true); ";
  private static final String HASTY_END =
      "select set_config('synchronous_commit', 'off', true); %s; commit";
  private static final String WITH_TENANT_LIMIT_AND_PLAN =
      "select set_config('gatehouse.tenant', ?, true), set_config('statement_timeout', '%d', true),"
          + " set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'on', true); ";
  private static final ScopedValue<Transaction> CURRENT = ScopedValue.newInstance();

  private final DataSource pool;
  private final LongAdder statements = new LongAdder();
  private final ConcurrentHashMap<String, String> withTenant = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> inHaste = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> beginning = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> hastyEnd = new ConcurrentHashMap<>();
  private final Parameters parameters = new Parameters();

  public Db(DataSource pool) {
    this.pool = pool;
  }

  /**
   * How many statements of ours were sent since the start; {@code set_config}, BEGIN and COMMIT do
   * not count.
   */
  public long statements() {
    return statements.sum();
  }

  /** All rows. */
  public <T> List<T> query(
      TenantId tenant, String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return run(tenant, sql, arguments, statement -> readAll(statement, mapper));
  }

  /**
   * The same with a time limit of its own, which ends in {@link DbException.TimedOut}; in a
   * transaction the usual one holds.
   */
  public <T> List<T> queryWithin(
      Duration limit,
      TenantId tenant,
      String sql,
      RowMapper<T> mapper,
      @Nullable Object... arguments) {
    return queryAlone(
        WITH_TENANT_AND_LIMIT.formatted(limit.toMillis()), tenant, sql, mapper, arguments);
  }

  /**
   * The same for a statement whose best way depends on what it is asked: it is planned for its
   * arguments, which takes longer than to run it where the way is always the same.
   */
  public <T> List<T> queryPlanned(
      Duration limit,
      TenantId tenant,
      String sql,
      RowMapper<T> mapper,
      @Nullable Object... arguments) {
    return queryAlone(
        WITH_TENANT_LIMIT_AND_PLAN.formatted(limit.toMillis()), tenant, sql, mapper, arguments);
  }

  private <T> List<T> queryAlone(
      String first,
      TenantId tenant,
      String sql,
      RowMapper<T> mapper,
      @Nullable Object... arguments) {
    if (CURRENT.isBound()) {
      return query(tenant, sql, mapper, arguments);
    }
    try (Connection connection = connection()) {
      return execute(
          connection, first, tenant, sql, arguments, statement -> readAll(statement, mapper));
    } catch (SQLException e) {
      throw DbException.of(e);
    }
  }

  /** The first row, if any. */
  public <T> Optional<T> find(
      TenantId tenant, String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return run(
        tenant,
        sql,
        arguments,
        statement -> {
          try (ResultSet rows = statement.getResultSet()) {
            return rows.next() ? Optional.of(mapper.map(new Row(rows))) : Optional.empty();
          }
        });
  }

  /** The one row of a statement that always answers one. */
  public <T> T one(
      TenantId tenant, String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return find(tenant, sql, mapper, arguments).orElseThrow();
  }

  /** Writes, and says how many rows it touched. */
  public int update(TenantId tenant, String sql, @Nullable Object... arguments) {
    return run(tenant, sql, arguments, PreparedStatement::getUpdateCount);
  }

  /**
   * Writes what may be lost where the database itself crashes within the next half second: what
   * whoever asked for it simply begins anew. Everybody sees it at once, but nobody waits for the
   * disk. In a transaction it is any other write.
   */
  public int updateInHaste(TenantId tenant, String sql, @Nullable Object... arguments) {
    if (CURRENT.isBound()) {
      return update(tenant, sql, arguments);
    }
    try (Connection connection = connection()) {
      return execute(
          connection,
          WITH_TENANT_IN_HASTE,
          tenant,
          sql,
          arguments,
          PreparedStatement::getUpdateCount);
    } catch (SQLException e) {
      throw DbException.of(e);
    }
  }

  /**
   * Writes as the last step of a transaction: the commit travels with the statement. Without a
   * transaction it is any other write.
   */
  public int updateAndCommit(TenantId tenant, String sql, @Nullable Object... arguments) {
    if (!CURRENT.isBound() || CURRENT.get().joined > 0) {
      return update(tenant, sql, arguments);
    }
    int touched = update(tenant, sql + "; commit", arguments);
    // What may still follow begins another transaction.
    CURRENT.get().begun = false;
    return touched;
  }

  /**
   * The same where the whole transaction may be lost as with {@link #updateInHaste}: nobody waits
   * for the disk.
   */
  public int updateAndCommitInHaste(TenantId tenant, String sql, @Nullable Object... arguments) {
    if (!CURRENT.isBound() || CURRENT.get().joined > 0) {
      return updateInHaste(tenant, sql, arguments);
    }
    int touched =
        run(
            tenant,
            hastyEnd.computeIfAbsent(sql, HASTY_END::formatted),
            arguments,
            statement -> {
              statement.getMoreResults();
              return statement.getUpdateCount();
            });
    CURRENT.get().begun = false;
    return touched;
  }

  /**
   * All or nothing: every statement that {@code work} runs for this tenant is part of one
   * transaction.
   */
  public <T> T transaction(TenantId tenant, Supplier<T> work) {
    if (CURRENT.isBound()) {
      Transaction joined = CURRENT.get();
      joined.joined++;
      try {
        return work.get();
      } finally {
        joined.joined--;
      }
    }
    try (Connection connection = connection()) {
      return inTransaction(new Transaction(connection, tenant), work);
    } catch (SQLException e) {
      throw DbException.of(e);
    }
  }

  /** Whether a transaction is under way on this thread. */
  public boolean inTransaction() {
    return CURRENT.isBound();
  }

  /** The same for work without a result. */
  public void transaction(TenantId tenant, Runnable work) {
    transaction(
        tenant,
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Runs {@code work} once the transaction under way has been committed, or at once when there is
   * none.
   */
  public void afterCommit(Runnable work) {
    if (CURRENT.isBound()) {
      CURRENT.get().afterCommit.add(work);
    } else {
      work.run();
    }
  }

  /** Work across tenants, as the role that may: for jobs only. */
  public <T> T acrossTenants(SqlFunction<Connection, T> work) {
    try (Connection connection = connection()) {
      connection.setAutoCommit(false);
      try (var role = connection.createStatement()) {
        role.execute("set local role gatehouse_job; set local enable_seqscan = on");
        statements.increment();
        T result = work.apply(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw DbException.of(e);
    }
  }

  /**
   * Runs work on a thread that must not block: empty when the work would have needed the database.
   */
  public static <T> Optional<T> inMemory(Supplier<T> work) {
    return new Attempt().withoutBlocking(work) instanceof Attempt.Outcome.Done<T>(T value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Ends work that was to be done in memory: whoever is about to block calls this first. */
  public static void mayBlock() {
    Attempt.end();
  }

  private Connection connection() throws SQLException {
    mayBlock();
    return pool.getConnection();
  }

  /** A function that may fail as JDBC does. */
  @FunctionalInterface
  public interface SqlFunction<A, R> {
    R apply(A argument) throws SQLException;
  }

  private static <T> T inTransaction(Transaction transaction, Supplier<T> work)
      throws SQLException {
    T result;
    boolean kept = false;
    try {
      result = ScopedValue.where(CURRENT, transaction).call(work::get);
      transaction.commit();
      kept = true;
    } finally {
      if (!kept) {
        transaction.end("rollback");
      }
    }
    transaction.afterCommit.forEach(Runnable::run);
    return result;
  }

  private <T> T run(
      TenantId tenant,
      String sql,
      @Nullable Object[] arguments,
      SqlFunction<PreparedStatement, T> reader) {
    try {
      if (CURRENT.isBound()) {
        Transaction transaction = CURRENT.get();
        if (!transaction.tenant.equals(tenant)) {
          throw new IllegalStateException(
              "a statement of tenant " + tenant + " in a transaction of " + transaction.tenant);
        }
        return transaction.noting(first ->
            execute(
                transaction.connection,
                BEGIN_WITH_TENANT,
                first ? tenant : null,
                sql,
                arguments,
                reader));
      }
      try (Connection connection = connection()) {
        return execute(connection, WITH_TENANT, tenant, sql, arguments, reader);
      }
    } catch (SQLException e) {
      throw DbException.of(e);
    }
  }

  private <T> T execute(
      Connection connection,
      String first,
      @Nullable TenantId tenant,
      String sql,
      @Nullable Object[] arguments,
      SqlFunction<PreparedStatement, T> reader)
      throws SQLException {
    statements.increment();
    String text = tenant == null ? sql : withFirst(first, sql);
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      int index = 1;
      if (tenant != null) {
        statement.setString(index++, tenant.value());
      }
      parameters.bind(statement, index, sql, arguments);
      statement.execute();
      if (tenant != null) {
        skipAnswers(statement, first.equals(BEGIN_WITH_TENANT) ? 2 : 1);
      }
      return reader.apply(statement);
    }
  }

  private static void skipAnswers(PreparedStatement statement, int number) throws SQLException {
    for (int i = 0; i < number; i++) {
      statement.getMoreResults();
    }
  }

  /** Keeps the usual texts, so that the driver knows their statements by identity. */
  private String withFirst(String first, String sql) {
    return switch (first) {
      case WITH_TENANT -> withTenant.computeIfAbsent(sql, s -> WITH_TENANT + s);
      case WITH_TENANT_IN_HASTE -> inHaste.computeIfAbsent(sql, s -> WITH_TENANT_IN_HASTE + s);
      case BEGIN_WITH_TENANT -> beginning.computeIfAbsent(sql, s -> BEGIN_WITH_TENANT + s);
      default -> first + sql;
    };
  }

  private static <T> List<T> readAll(PreparedStatement statement, RowMapper<T> mapper)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (ResultSet rows = statement.getResultSet()) {
      Row row = new Row(rows);
      while (rows.next()) {
        all.add(mapper.map(row));
      }
    }
    return all;
  }
}
