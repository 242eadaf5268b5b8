package io.gatehouse.platform.job;

import java.time.Duration;

/**
 * A table whose rows end by themselves: it has an indexed {@code expires_at}.
 *
 * @param kept how much longer a row stays, for those who ask what became of it
 */
public record Expiring(String table, Duration kept) {

  public Expiring {
    if (!table.matches("[a-z_]+")) {
      throw new IllegalArgumentException(table);
    }
  }
}
