package io.gatehouse.platform.once;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.tenant.TenantId;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What is remembered of a thing that counts once: the SHA-256 of whose it is and what, and when it
 * would be too old anyway. Always the same few bytes, however long the thing was.
 *
 * @param end in seconds since 1970; two marks are equal whatever theirs is
 */
record Mark(long a, long b, long c, long d, long end) {

  static Mark of(TenantId tenant, String kind, String id, Instant end) {
    return of(
        Digests.sha256(tenant.value() + " " + kind + " " + id),
        end.getNano() == 0 ? end.getEpochSecond() : end.getEpochSecond() + 1);
  }

  static Mark of(byte[] hash, long end) {
    ByteBuffer words = ByteBuffer.wrap(hash);
    return new Mark(words.getLong(), words.getLong(), words.getLong(), words.getLong(), end);
  }

  byte[] hash() {
    return ByteBuffer.allocate(4 * Long.BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mark that && a == that.a && b == that.b && c == that.c && d == that.d;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(a);
  }
}
