package io.gatehouse.platform.db;

import java.sql.SQLException;

/** Makes a value of a row: {@code row -> new Role(row.text("id"), …)}. */
@FunctionalInterface
public interface RowMapper<T> {
  T map(Row row) throws SQLException;
}
