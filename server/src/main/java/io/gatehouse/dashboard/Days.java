package io.gatehouse.dashboard;

import java.time.LocalDate;
import java.util.List;

/** Days in a row, both ends included. */
record Days(LocalDate from, LocalDate to) {

  /** So many days, of which this one is the last. */
  static Days endingAt(LocalDate last, int count) {
    return new Days(last.minusDays(count - 1L), last);
  }

  /** As many days right before these. */
  Days before() {
    return endingAt(from.minusDays(1), count());
  }

  /** These without the last one. */
  Days withoutLast() {
    return new Days(from, to.minusDays(1));
  }

  int count() {
    return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
  }

  List<LocalDate> list() {
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
