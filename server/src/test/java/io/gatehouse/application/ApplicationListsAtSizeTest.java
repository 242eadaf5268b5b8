package io.gatehouse.application;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static io.gatehouse.testing.size.LargeTenant.letters;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.access.role.RoleId;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lists of a thousand applications do not depend on how many people there are. */
class ApplicationListsAtSizeTest {
  private static final Page FIRST = new Page(1, 20);
  private static final ApplicationFilter ALL =
      new ApplicationFilter(
          Search.NONE, List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  @Measures("/api/applications")
  void thePagesOfApplications() {
    comparePages("applications", 1_000, (db, page) -> store(db).list(ID, ALL, page));
    compare(
        "applications outside an organization",
        db ->
            store(db)
                .list(
                    ID,
                    new ApplicationFilter(
                        Search.NONE,
                        List.of(ApplicationType.MachineToMachine),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LargeTenant.ORGANIZATION)),
                    FIRST));
  }

  @Test
  void aSearchOfApplications() {
    String part = letters("application", 42).substring(2, 11);
    Search search =
        Search.of(Query.parse("search=%25" + part + "%25"), Map.of("id", "id", "name", "name"));
    compare(
        "applications, a part of the name",
        db ->
            assertEquals(
                1,
                store(db)
                    .list(
                        ID,
                        new ApplicationFilter(
                            search,
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                        FIRST)
                    .total()));
  }

  @Test
  @Measures("/api/roles/{id}/applications")
  void theMachinesThatHaveARole() {
    comparePages(
        "machines that have a role",
        250,
        (db, page) -> store(db).ofRole(ID, new RoleId("machines"), Search.NONE, page));
  }

  private static ApplicationStore store(Db db) {
    return new ApplicationStore(db, new Sealer(MasterKeys.parse(LargeTenant.MASTER_KEY)));
  }
}
