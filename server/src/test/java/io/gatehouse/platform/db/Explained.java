package io.gatehouse.platform.db;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Notes the statements of a database, so that each can be run once more under {@code EXPLAIN
 * (ANALYZE, BUFFERS)} as the role, with the tenant and the parameters that it had.
 */
public final class Explained {
  private static final int RUNS = 5;

  private final DataSource pool;
  private final String wholeTables;
  private final List<Noted> noted = new ArrayList<>();

  /**
   * Notes the statements of a database.
   *
   * @param small whether its tables are so small that reading them whole would be quickest; what is
   *     explained is the way by an index then
   */
  public Explained(TestDatabase database, boolean small) {
    this.pool = database.database().pool();
    this.wholeTables =
        small
            ? "set enable_seqscan = off; set cpu_operator_cost = 10"
            : "set enable_seqscan = on; set cpu_operator_cost = default";
  }

  /** What statements cost: the time of the quickest of some runs, and the blocks they looked at. */
  public record Cost(double milliseconds, long blocks) {
    Cost plus(Cost other) {
      return new Cost(milliseconds + other.milliseconds, blocks + other.blocks);
    }
  }

  private record Setter(Method method, @Nullable Object[] arguments) {}

  private record Noted(String sql, List<Setter> setters) {}

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
      all = all.plus(quickest(statement));
    }
    return all;
  }

  private Cost quickest(Noted statement) {
    Cost best = explained(statement);
    for (int i = 1; i < RUNS; i++) {
      Cost again = explained(statement);
      best =
          new Cost(
              Math.min(best.milliseconds, again.milliseconds), Math.min(best.blocks, again.blocks));
    }
    return best;
  }

  private Cost explained(Noted statement) {
    int first = statement.sql.indexOf("; ") + 2;
    String sql =
        statement.sql.substring(0, first)
            + "explain (analyze, buffers, format json) "
            + statement.sql.substring(first);
    try (Connection connection = pool.getConnection();
        Statement setting = connection.createStatement();
        PreparedStatement explaining = connection.prepareStatement(sql)) {
      setting.execute(wholeTables);
      for (Setter setter : statement.setters) {
        call(explaining, setter.method, setter.arguments);
      }
      explaining.execute();
      explaining.getMoreResults();
      try (ResultSet rows = explaining.getResultSet()) {
        rows.next();
        JsonNode plan = JsonCodec.tree(rows.getString(1)).get(0);
        return new Cost(
            plan.get("Execution Time").asDouble(),
            plan.at("/Plan/Shared Hit Blocks").asLong()
                + plan.at("/Plan/Shared Read Blocks").asLong());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
