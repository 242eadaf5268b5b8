package io.gatehouse.platform.list;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.db.RowMapper;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statement of a list, for no longer than somebody waits who looks for something. */
public final class ListStatement {
  /** Whatever an index helps with takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ListStatement() {}

  /** All rows; the end of the request when it takes too long. */
  public static <T> List<T> query(
      Db db, TenantId tenant, String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    try {
      return db.queryWithin(PATIENCE, tenant, sql, mapper, arguments);
    } catch (DbException.TimedOut e) {
      throw RequestError.SEARCH_TOO_SLOW.exception();
    }
  }
}
