package io.gatehouse.platform.crypto;

/**
 * A column of sealed values.
 *
 * @param table the table, which has a {@code tenant_id}
 * @param column the column with the sealed bytes
 * @param row the column whose value is the row of the {@link Seal}
 */
public record SealedColumn(String table, String column, String row) {

  Seal place(String tenant, String id) {
    return new Seal(tenant, table + "." + column, id);
  }
}
