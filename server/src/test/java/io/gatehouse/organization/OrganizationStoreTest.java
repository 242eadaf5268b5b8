package io.gatehouse.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrganizationStoreTest {
  private static final Page FIRST = new Page(1, 20);
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Db DB = DATABASE.db();
  private static final OrganizationStore STORE = new OrganizationStore(DB);

  @BeforeAll
  static void fill() {
    for (String tenant : List.of("default", "admin")) {
      DATABASE.asOwner(
          """
          insert into organizations (tenant_id, id, name, created_at)
          select '%1$s', '%1$s' || n, 'Bakers ' || n, now() + n * interval '1 s' from generate_series(1, 3) n
          """
              .formatted(tenant));
      DATABASE.asOwner(
          """
          insert into users (tenant_id, id, name, created_at, updated_at)
          select '%1$s', '%1$s_u' || n, 'Person', now(), now() from generate_series(1, 5) n
          """
              .formatted(tenant));
      DATABASE.asOwner(
          """
          insert into organization_users (tenant_id, organization_id, user_id)
          select '%1$s', '%1$s1', '%1$s_u' || n from generate_series(1, 5) n
          """
              .formatted(tenant));
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static List<String> ids(String tenant, String text) {
    return STORE.list(new TenantId(tenant), text, false, FIRST).items().stream()
        .map(listing -> listing.organization().id().value())
        .toList();
  }

  @Test
  void aTenantSeesAndSearchesItsOwnOrganizationsOnly() {
    assertEquals(List.of("default1", "default2", "default3"), ids("default", ""));
    assertEquals(List.of("default1", "default2", "default3"), ids("default", "Bakers"));
    assertEquals(List.of("admin2"), ids("admin", "Bakers 2"));
    assertEquals(List.of(), ids("default", "admin"));
    assertTrue(STORE.find(TenantId.DEFAULT, new OrganizationId("admin1")).isEmpty());
    assertFalse(STORE.delete(TenantId.DEFAULT, new OrganizationId("admin1")));
    assertEquals(3, STORE.list(TenantId.DEFAULT, "", false, FIRST).total());
  }

  @Test
  void aSearchForQuotesIsOnlyText() {
    for (String text : List.of("'", "%s", "\"", "$q$", "a') or true --", "%L")) {
      assertEquals(List.of(), ids("default", text + "nothing"));
    }
  }

  @Test
  void aListWithItsMembersIsOneStatement() {
    long before = DB.statements();
    var listed = STORE.list(TenantId.DEFAULT, "", true, FIRST);
    assertEquals(1, DB.statements() - before);
    assertEquals(5L, listed.items().getFirst().usersCount());
    assertEquals(
        3, String.valueOf(listed.items().getFirst().featuredUsers()).split("\"id\"").length - 1);
  }

  @Test
  void theCountersOfAnOrganizationEndWithIt() {
    DATABASE.asOwner(
        "insert into organizations (tenant_id, id, name, created_at) values ('default', 'passing', 'x', '2020-01-01')");
    DATABASE.asOwner(
        "insert into organization_users (tenant_id, organization_id, user_id) values ('default', 'passing', 'default_u1')");
    assertTrue(STORE.delete(TenantId.DEFAULT, new OrganizationId("passing")));
    long left =
        DATABASE
            .db()
            .one(
                TenantId.DEFAULT,
                "select count(*) as n from count_deltas where tenant_id = 'default' and noun = 'organization_users:passing'",
                row -> row.number("n"));
    assertEquals(0, left);
    assertEquals(3, STORE.list(TenantId.DEFAULT, "", false, FIRST).total());
  }
}
