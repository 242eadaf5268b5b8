package io.gatehouse.access.detail;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** The types of authorization details are listed whoever else the tenant has. */
class DetailTypeListsAtSizeTest {

  @Test
  @Measures("/api/authorization-detail-types")
  void thePagesOfTypes() {
    comparePages(
        "authorization detail types", 200, (db, page) -> new DetailTypeStore(db).list(ID, page));
  }
}
