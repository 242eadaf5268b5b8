package io.gatehouse.audit;

import io.gatehouse.platform.db.Db;

/** The months of a test's database. */
public final class TestMonths {
  private TestMonths() {}

  public static Months of(Db db) {
    return new Months(new MonthStore(db));
  }
}
