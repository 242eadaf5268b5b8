package io.gatehouse.access.resource;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** The resources of a tenant are listed whoever else it has. */
class ResourceListsAtSizeTest {

  @Test
  @Measures("/api/resources")
  void thePagesOfResources() {
    comparePages("resources", 200, (db, page) -> new ResourceStore(db).list(ID, page));
  }
}
