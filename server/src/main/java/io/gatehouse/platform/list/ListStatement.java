package io.gatehouse.platform.list;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.db.RowMapper;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the statement of a list, for no longer than somebody waits who looks for something. */
public final class ListStatement {
  /** Whatever an index helps with takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ListStatement() {}

  /** All rows; the end of the request when it takes too long. */
  public static <T> List<T> query(
      Db db, TenantId tenant, String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return patient(() -> db.queryWithin(PATIENCE, tenant, sql, mapper, arguments));
  }

  /** The same for conditions that differ from request to request: planned for each of them. */
  static <T> List<T> planned(
      Db db, TenantId tenant, String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return patient(() -> db.queryPlanned(PATIENCE, tenant, sql, mapper, arguments));
  }

  private static <T> List<T> patient(Supplier<List<T>> query) {
    try {
      return query.get();
    } catch (DbException.TimedOut e) {
      throw RequestError.SEARCH_TOO_SLOW.exception();
    }
  }
}
