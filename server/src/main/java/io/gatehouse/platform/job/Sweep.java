package io.gatehouse.platform.job;

import java.util.List;

/** The tables that are rid of expired rows, in the order in which it is done. */
public record Sweep(List<Expiring> tables) {

  public Sweep {
    tables = List.copyOf(tables);
  }
}
