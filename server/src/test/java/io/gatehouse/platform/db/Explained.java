package io.gatehouse.platform.db;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Notes the statements of a database and runs each again as the server runs it: as its role, with
 * its tenant and parameters, prepared and with the plan for any parameters. What the backend looked
 * at is told by {@code auto_explain}, as the plan of {@code EXPLAIN} would be another; the time is
 * what the processor spent on the backend, so that waiting for it does not count.
 */
public final class Explained {
  /** After so many the driver has the statement prepared, and caches know what it needs. */
  private static final int WARMING = 7;

  private static final int RUNS = 5;
  private static final int BATCHES = 3;

  private final DataSource pool;
  private final Connection backend;
  private final Path spent;
  private final List<Noted> noted = new ArrayList<>();

  /**
   * Notes the statements of a database.
   *
   * @param small whether its tables are so small that reading them whole would be quickest; what is
   *     explained is the way by an index then
   */
  public Explained(TestDatabase database, boolean small) {
    this.pool = database.database().pool();
    try {
      this.backend = pool.getConnection();
      this.spent = Path.of("/proc", Integer.toString(prepare(small)), "schedstat");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What statements cost: processor time of the quickest of some runs, and blocks looked at. */
  public record Cost(double milliseconds, long blocks) {
    Cost plus(Cost other) {
      return new Cost(milliseconds + other.milliseconds, blocks + other.blocks);
    }
  }

  private record Setter(Method method, @Nullable Object[] arguments) {}

  private record Noted(String sql, List<Setter> setters) {}

  /** The plan as the server's own words, with how long it took by the clock. */
  private record Plan(double milliseconds, JsonNode root) {}

  /** The database, noting. */
  public Db db() {
    return new Db(
        proxy(
            DataSource.class,
            (method, arguments) -> {
              Object result = call(pool, method, arguments);
              return result instanceof Connection connection ? noting(connection) : result;
            }));
  }

  /** What the statements of the work cost. */
  public Cost of(Runnable work) {
    noted.clear();
    work.run();
    List<Noted> statements = List.copyOf(noted);
    Cost all = new Cost(0, 0);
    for (Noted statement : statements) {
      all = all.plus(cost(statement));
    }
    return all;
  }

  private int prepare(boolean small) throws SQLException {
    try (Statement statement = backend.createStatement()) {
      statement.execute("reset role");
      statement.execute("load 'auto_explain'");
      statement.execute("set auto_explain.log_analyze = on");
      statement.execute("set auto_explain.log_buffers = on");
      statement.execute("set auto_explain.log_timing = off");
      statement.execute("set auto_explain.log_format = json");
      statement.execute("set auto_explain.log_parameter_max_length = 0");
      statement.execute("set auto_explain.log_level = notice");
      // Whose it is may be changed only by a superuser; what the role may do stays what it is.
      statement.execute("grant set on parameter auto_explain.log_min_duration to gatehouse_app");
      statement.execute("set role " + Database.RUNTIME_ROLE);
      if (small) {
        statement.execute("set enable_seqscan = off; set cpu_operator_cost = 0.1");
      }
      try (ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private Cost cost(Noted noted) {
    try (PreparedStatement statement = backend.prepareStatement(noted.sql)) {
      for (Setter setter : noted.setters) {
        call(statement, setter.method, setter.arguments);
      }
      run(statement, WARMING);
      Plan plan = explained(statement);
      long blocks =
          plan.root.at("/Plan/Shared Hit Blocks").asLong()
              + plan.root.at("/Plan/Shared Read Blocks").asLong();
      return new Cost(Files.exists(spent) ? processorTime(statement) : plan.milliseconds, blocks);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The plan of the last statement of the text: the first one only names the tenant. */
  private Plan explained(PreparedStatement statement) throws SQLException {
    explaining(0);
    try {
      statement.clearWarnings();
      statement.execute();
      List<Plan> plans = new ArrayList<>();
      for (SQLWarning one = statement.getWarnings(); one != null; one = one.getNextWarning()) {
        String told = String.valueOf(one.getMessage());
        if (told.startsWith("duration: ")) {
          plans.add(
              new Plan(
                  Double.parseDouble(told.split(" ")[1]),
                  JsonCodec.tree(told.substring(told.indexOf('{')))));
        }
      }
      return plans.getLast();
    } finally {
      explaining(-1);
    }
  }

  private void explaining(int from) throws SQLException {
    try (Statement statement = backend.createStatement()) {
      statement.execute("set auto_explain.log_min_duration = " + from);
    }
  }

  private double processorTime(PreparedStatement statement) throws SQLException {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      long before = spent();
      run(statement, RUNS);
      least = Math.min(least, (spent() - before) / 1e6 / RUNS);
    }
    return least;
  }

  /** The nanoseconds that the backend has had a processor for. */
  private long spent() {
    try {
      return Long.parseLong(Files.readString(spent).split(" ")[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(PreparedStatement statement, int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      statement.execute();
    }
  }

  private Connection noting(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? noting(statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement noting(PreparedStatement statement, @Nullable String sql) {
    List<Setter> setters = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length > 1) {
            setters.add(new Setter(method, arguments));
          } else if (method.getName().equals("execute")) {
            noted.add(new Noted(String.valueOf(sql), setters));
          }
          return call(statement, method, arguments);
        });
  }

  @FunctionalInterface
  private interface Answer {
    @Nullable Object to(Method method, @Nullable Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.to(method, arguments == null ? new Object[0] : arguments)));
  }

  private static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw new IllegalStateException(failure);
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
