package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.platform.db.Db;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Seals stored values again under the first master key, for all tenants. */
public final class ResealStore {
  private final Db db;
  private final Sealer sealer;
  private final KeyedDigest digests;

  public ResealStore(Db db, Sealer sealer, KeyedDigest digests) {
    this.db = db;
    this.sealer = sealer;
    this.digests = digests;
  }

  /**
   * Brings the values of these columns under the first master key, all or none; says how many there
   * were that another key had sealed. A value that a running server changes meanwhile is left as it
   * is, for that server seals by its own first key.
   *
   * @throws UnsealException when a value was sealed by none of the master keys
   */
  public int reseal(List<SealedColumn> columns) {
    return db.acrossTenants(connection -> {
      int changed = 0;
      for (SealedColumn column : columns) {
        for (Value stale : stale(connection, column)) {
          changed += replace(connection, column, stale);
        }
      }
      return changed;
    });
  }

  /** Whether all values of this column were sealed by a master key of ours. */
  public boolean knows(SealedColumn column) {
    return db.acrossTenants(
        connection -> stale(connection, column).stream().allMatch(v -> sealer.knows(v.sealed())));
  }

  private record Value(String tenant, String row, byte[] sealed) {}

  private List<Value> stale(Connection connection, SealedColumn in) throws SQLException {
    String sql =
        "select tenant_id, %1$s, %2$s from %3$s where %2$s is not null"
            .formatted(in.row(), in.column(), in.table());
    List<Value> values = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Value value = new Value(rows.getString(1), rows.getString(2), rows.getBytes(3));
        if (sealer.isStale(value.sealed())) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private int replace(Connection connection, SealedColumn in, Value value) throws SQLException {
    byte[] plain = sealer.open(value.sealed(), in.place(value.tenant(), value.row()));
    String digest = in.digest() == null ? "" : ", " + in.digest() + " = ?";
    String sql =
        "update %s set %s = ?%s where tenant_id = ? and %s = ? and %s = ?"
            .formatted(in.table(), in.column(), digest, in.row(), in.column());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 1;
      statement.setBytes(index++, sealer.seal(plain, in.place(value.tenant(), value.row())));
      if (in.digest() != null) {
        statement.setBytes(
            index++, digests.digest(value.tenant(), in.name(), new String(plain, UTF_8)));
      }
      statement.setString(index++, value.tenant());
      statement.setString(index++, value.row());
      statement.setBytes(index, value.sealed());
      return statement.executeUpdate();
    }
  }
}
