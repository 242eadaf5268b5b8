package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Where a sealed value lives. It is bound to that place: moved to another tenant, column or row, it
 * no longer opens.
 *
 * @param tenant the tenant's id
 * @param column table and column, such as {@code application_secret.value}
 * @param row the row's id
 */
public record Seal(String tenant, String column, String row) {

  /** Each part with its length in front, so that no two places look alike. */
  byte[] associatedData() {
    byte[] first = tenant.getBytes(UTF_8);
    byte[] second = column.getBytes(UTF_8);
    byte[] third = row.getBytes(UTF_8);
    return ByteBuffer.allocate(12 + first.length + second.length + third.length)
        .putInt(first.length)
        .put(first)
        .putInt(second.length)
        .put(second)
        .putInt(third.length)
        .put(third)
        .array();
  }
}
