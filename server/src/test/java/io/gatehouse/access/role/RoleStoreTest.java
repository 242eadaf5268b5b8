package io.gatehouse.access.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final TestDatabase database = TestDatabase.create();
  private final RoleStore roles = new RoleStore(database.db());
  private final RoleMemberStore members = new RoleMemberStore(database.db());

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void anInternalRoleIsNeverListed() {
    assertTrue(names(TenantId.DEFAULT).contains("Logto Management API access"));
    assertFalse(names(TenantId.DEFAULT).contains("#internal:admin"));
  }

  @Test
  void aTenantDoesNotSeeAnothersRoles() {
    assertTrue(names(TenantId.ADMIN).contains("machine:mapi:default"));
    assertFalse(names(TenantId.DEFAULT).contains("machine:mapi:default"));
    assertEquals(Optional.empty(), roles.find(TenantId.DEFAULT, new RoleId("machine-default")));
    assertFalse(roles.delete(TenantId.DEFAULT, new RoleId("machine-default")));
  }

  @Test
  void aMachinesRoleIsRefusedToPeopleByTheTable() {
    Role machine = role("machines only", RoleType.MachineToMachine);
    roles.insert(machine, NOW);
    assertThrows(
        DbException.Check.class,
        () -> members.addUsers(TenantId.DEFAULT, machine.id(), List.of("somebody")));
  }

  @Test
  void aListingTellsAtMostThreeOfItsMembers() {
    Role machine = role("listed", RoleType.MachineToMachine);
    roles.insert(machine, NOW);
    members.addApplications(
        TenantId.DEFAULT, machine.id(), List.of("demo-app", "account-center", "device-demo-app"));
    RoleListing listing =
        list(TenantId.DEFAULT).stream()
            .filter(r -> r.role().equals(machine))
            .findFirst()
            .orElseThrow();
    assertEquals(3, listing.applicationsCount());
    assertEquals(3, listing.featuredApplications().size());
    assertEquals(0, listing.usersCount());
    assertTrue(
        roles
            .list(
                TenantId.DEFAULT,
                new RoleFilter(
                    Search.NONE, Optional.empty(), Optional.empty(), Optional.of("demo-app")),
                Page.WHOLE)
            .items()
            .stream()
            .noneMatch(r -> r.role().equals(machine)));
  }

  private List<String> names(TenantId tenant) {
    return list(tenant).stream().map(r -> r.role().name()).toList();
  }

  private List<RoleListing> list(TenantId tenant) {
    RoleFilter all =
        new RoleFilter(Search.NONE, Optional.empty(), Optional.empty(), Optional.empty());
    return roles.list(tenant, all, Page.WHOLE).items();
  }

  private static Role role(String name, RoleType type) {
    return new Role(TenantId.DEFAULT, new RoleId(name.replace(" ", "-")), name, "d", type, false);
  }
}
