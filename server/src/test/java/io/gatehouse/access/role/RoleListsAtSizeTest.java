package io.gatehouse.access.role;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static io.gatehouse.testing.size.LargeTenant.fewest;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lists of roles do not depend on how many people have them. */
class RoleListsAtSizeTest {
  @Test
  @Measures("/api/roles")
  void rolesWithHowManyPeopleHaveThem() {
    compare(
        "roles, with who has them",
        db -> {
          RoleListing everyones =
              roles(db, Optional.empty()).items().stream()
                  .filter(each -> each.role().id().value().equals(LargeTenant.ROLE))
                  .findFirst()
                  .orElseThrow();
          assertTrue(everyones.usersCount() >= fewest());
        });
    compare("roles that a person does not have", db -> roles(db, Optional.of("u0000042")));
  }

  @Test
  @Measures("/api/roles/{id}/scopes")
  void theScopesOfARole() {
    comparePages(
        "scopes of a role",
        200,
        (db, page) ->
            new RoleScopeStore(db).list(ID, new RoleId(LargeTenant.ROLE), Search.NONE, page));
  }

  private static Slice<RoleListing> roles(Db db, Optional<String> withoutThoseOf) {
    return new RoleStore(db)
        .list(
            ID,
            new RoleFilter(Search.NONE, Optional.empty(), withoutThoseOf, Optional.empty()),
            new Page(1, 50));
  }
}
