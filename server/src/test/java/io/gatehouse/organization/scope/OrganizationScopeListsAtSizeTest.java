package io.gatehouse.organization.scope;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.testing.size.Measures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scopes of the template are listed whoever else the tenant has. */
class OrganizationScopeListsAtSizeTest {

  @Test
  @Measures("/api/organization-scopes")
  void thePagesOfScopes() {
    comparePages(
        "organization scopes",
        200,
        (db, page) -> new OrganizationScopeStore(db).list(ID, Optional.empty(), page));
  }
}
