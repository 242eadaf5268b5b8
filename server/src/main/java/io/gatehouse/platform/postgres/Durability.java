package io.gatehouse.platform.postgres;

import java.util.List;

/** What a crash of the machine may cost. */
public enum Durability {
  /** Nothing that was acknowledged. */
  FULL(List.of()),
  /** Everything: for the databases of tests, which are made anew each time. */
  NONE(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));

  private final List<String> settings;

  Durability(List<String> settings) {
    this.settings = settings;
  }

  List<String> settings() {
    return settings;
  }
}
