package io.gatehouse.audit.log;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static io.gatehouse.testing.size.LargeTenant.fewest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.Page;
import io.gatehouse.testing.size.Measures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The log of a large tenant costs what it costs at a small one. */
class LogListsAtSizeTest {
  private static final Page FIRST = new Page(1, 20);

  @Test
  @Measures("/api/logs")
  void theLog() {
    LogFilter capped = filter(Optional.empty(), true);
    comparePages("log, counted to 10,000", fewest(), (db, page) -> read(db, capped, page));
    compare(
        "log of a person",
        db -> assertEquals(1, read(db, filter(Optional.of("u0000042"), false), FIRST)));
  }

  private static long read(Db db, LogFilter filter, Page page) {
    return new LogStore(db).list(ID, filter, page).total();
  }

  private static LogFilter filter(Optional<String> user, boolean capped) {
    return new LogFilter(
        user, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), capped);
  }
}
