package io.gatehouse.platform.crypto;

import org.jspecify.annotations.Nullable;

/**
 * A column of sealed values.
 *
 * @param table the table, which has a {@code tenant_id}
 * @param column the column with the sealed bytes
 * @param row the column whose value is the row of the {@link Seal}
 * @param digest the column with the {@link KeyedDigest} by which values are found, if they are
 */
public record SealedColumn(String table, String column, String row, @Nullable String digest) {

  /** A column whose values are never looked for. */
  public SealedColumn(String table, String column, String row) {
    this(table, column, row, null);
  }

  Seal place(String tenant, String id) {
    return new Seal(tenant, name(), id);
  }

  /** As seals and digests name the column. */
  String name() {
    return table + "." + column;
  }
}
