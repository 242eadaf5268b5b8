package io.gatehouse.access.role.holder;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** The roles of somebody do not depend on how many people there are. */
class HeldRoleListsAtSizeTest {
  private static final Page FIRST = new Page(1, 20);

  @Test
  @Measures({"/api/users/{id}/roles", "/api/applications/{id}/roles"})
  void theRolesOfAHolder() {
    compare(
        "roles of an application",
        db ->
            assertEquals(
                1,
                new HeldRoleStore(db)
                    .list(ID, new RoleHolder.Application("a0000042"), Search.NONE, FIRST)
                    .total()));
    compare(
        "roles of a person",
        db -> new HeldRoleStore(db).list(ID, new RoleHolder.User("u0000042"), Search.NONE, FIRST));
  }
}
