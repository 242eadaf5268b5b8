package io.gatehouse.platform.db;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.postgresql.util.ByteConverter;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A point in time as PostgreSQL keeps it. The driver would write it as a text, which takes a
 * backend a microsecond to read, and hardly a statement has less than two.
 */
final class BinaryInstant extends PGobject implements PGBinaryObject {
  private static final long serialVersionUID = 1;

  /** Microseconds are counted from here. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private static final int HALF_A_MICROSECOND = 500;

  private final long microseconds;

  BinaryInstant(Instant instant) {
    microseconds =
        ChronoUnit.MICROS.between(
            EPOCH, instant.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS));
    setType("timestamptz");
  }

  @Override
  public int lengthInBytes() {
    return Long.BYTES;
  }

  @Override
  public void toBytes(byte[] target, int offset) {
    ByteConverter.int8(target, offset, microseconds);
  }

  /** Asked for where the driver is told to send texts. */
  @Override
  public String getValue() {
    return EPOCH.plus(microseconds, ChronoUnit.MICROS).toString();
  }

  @Override
  public void setByteValue(byte[] value, int offset) {
    throw new UnsupportedOperationException();
  }
}
