package io.gatehouse.access.scope;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.access.ResourceId;
import io.gatehouse.platform.list.Search;
import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** The scopes of a resource are listed whoever else the tenant has. */
class ScopeListsAtSizeTest {

  @Test
  @Measures("/api/resources/{resourceId}/scopes")
  void thePagesOfScopes() {
    comparePages(
        "scopes of a resource",
        200,
        (db, page) -> new ScopeStore(db).list(ID, new ResourceId("res1"), Search.NONE, page));
  }
}
