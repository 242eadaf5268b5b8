package io.gatehouse.platform.db;

import io.gatehouse.tenant.TenantId;
import java.sql.Array;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Binds arguments, each with its type. A parameter without one would make the driver describe the
 * statement and then send a Sync before it, which ends the tenant's setting: the statement would
 * run for no tenant and see nothing.
 */
final class Parameters {
  /**
   * The types that a statement's parameters have, asked once for each statement that is given a
   * null.
   */
  private final ConcurrentHashMap<String, String[]> types = new ConcurrentHashMap<>();

  /** Binds the arguments of {@code sql} to a statement from the given index on. */
  void bind(PreparedStatement statement, int first, String sql, @Nullable Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument == null) {
        statement.setNull(first + i, Types.NULL, types(statement, sql)[i]);
      } else {
        bind(statement, first + i, argument);
      }
    }
  }

  private static void bind(PreparedStatement statement, int index, Object argument)
      throws SQLException {
    switch (argument) {
      case String text -> statement.setString(index, text);
      case TenantId tenant -> statement.setString(index, tenant.value());
      case Jsonb json -> statement.setObject(index, jsonb(json));
      case Instant instant -> statement.setObject(index, new BinaryInstant(instant));
      case LocalDate day -> statement.setObject(index, day);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case LongBytes bytes -> statement.setBinaryStream(index, bytes.content(), bytes.length());
      case Boolean flag -> statement.setBoolean(index, flag);
      case Integer number -> statement.setInt(index, number);
      case Long number -> statement.setLong(index, number);
      case Double number -> statement.setDouble(index, number);
      case Collection<?> texts -> statement.setArray(index, array(statement, "text", texts));
      case long[] numbers -> statement.setObject(index, numbers);
      case byte[][] hashes -> statement.setObject(index, hashes);
      case Array array -> statement.setArray(index, array);
      default -> throw new IllegalArgumentException("no parameter can be a " + argument.getClass());
    }
  }

  private static Array array(PreparedStatement statement, String type, Collection<?> items)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, items.toArray());
  }

  private static PGobject jsonb(Jsonb json) throws SQLException {
    PGobject object = new PGobject();
    object.setType("jsonb");
    object.setValue(json.text());
    return object;
  }

  private String[] types(PreparedStatement statement, String sql) throws SQLException {
    String[] known = types.get(sql);
    if (known == null) {
      known = ask(statement, sql);
      types.put(sql, known);
    }
    return known;
  }

  private static String[] ask(PreparedStatement other, String sql) throws SQLException {
    // A comment keeps the driver from describing the statement that it has cached under the same
    // text.
    try (PreparedStatement described =
        other.getConnection().prepareStatement("/* types */ " + sql)) {
      ParameterMetaData parameters = described.getParameterMetaData();
      String[] names = new String[parameters.getParameterCount()];
      for (int i = 0; i < names.length; i++) {
        names[i] = parameters.getParameterTypeName(i + 1);
      }
      return names;
    }
  }
}
