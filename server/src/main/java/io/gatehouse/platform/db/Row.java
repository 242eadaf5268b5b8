package io.gatehouse.platform.db;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current row of an answer. Getters whose name ends in {@code OrNull} accept SQL's null; the
 * others refuse it.
 */
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  public String text(String column) throws SQLException {
    return present(rows.getString(column), column);
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return rows.getString(column);
  }

  public byte[] bytes(String column) throws SQLException {
    return present(rows.getBytes(column), column);
  }

  public boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  public int integer(String column) throws SQLException {
    return rows.getInt(column);
  }

  public long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  public Instant instant(String column) throws SQLException {
    return present(instantOrNull(column), column);
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    Timestamp value = rows.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  /** A {@code text[]}; null counts as empty. */
  public List<String> texts(String column) throws SQLException {
    Array value = rows.getArray(column);
    return value == null ? List.of() : List.of((String[]) value.getArray());
  }

  private static <T> T present(@Nullable T value, String column) throws SQLException {
    if (value == null) {
      throw new SQLException("column " + column + " is null");
    }
    return value;
  }
}
