package io.gatehouse.audit;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static io.gatehouse.testing.size.LargeTenant.fewest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.list.Page;
import io.gatehouse.testing.size.Measures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The audit of a large tenant costs what it costs at a small one. */
class AuditListsAtSizeTest {
  private static final Page FIRST = new Page(1, 20);

  @Test
  @Measures("/api/audit-records")
  void theAdministratorsChanges() {
    comparePages(
        "administrators' changes",
        fewest() / 10,
        (db, page) -> new AuditStore(db).list(ID, changes(Optional.empty()), page));
    compare(
        "administrators' changes of one thing",
        db ->
            assertEquals(
                1, new AuditStore(db).list(ID, changes(Optional.of("r42")), FIRST).items().size()));
  }

  private static AuditFilter changes(Optional<String> subject) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        subject.map(id -> "role"),
        subject,
        Optional.empty(),
        Optional.empty());
  }
}
