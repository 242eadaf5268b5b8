package io.gatehouse.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  @Test
  void theRolesOfEverybodyAndThoseThatTheOperatorNamesAreGiven() {
    try (TestDatabase database = TestDatabase.create()) {
      Db db = database.db();
      db.update(
          TENANT,
          """
          insert into roles (tenant_id, id, name, description, type, is_default, created_at) values
            ('default', 'r1', 'everybody', 'd', 'User', true, now()), ('default', 'r2', 'reader', 'd', 'User', false, now()),
            ('default', 'r3', 'writer', 'd', 'User', false, now()), ('default', 'r4', 'machine', 'd', 'MachineToMachine', false, now())
          """);
      db.update(
          TENANT,
          "insert into users (tenant_id, id, created_at, updated_at) values ('default', 'u1', now(), now()), ('default', 'u2', now(), now())");
      UserStore store = new UserStore(db);
      assertEquals(0, store.insertDefaultRoles(TENANT, "u1", List.of()));
      assertEquals(List.of("everybody"), roles(db, "u1"));
      List<String> named = List.of("reader", "machine", "gone");
      assertEquals(1, store.insertDefaultRoles(TENANT, "u2", named), "one of them is there");
      assertEquals(List.of("everybody", "reader"), roles(db, "u2"));
    }
  }

  private static List<String> roles(Db db, String user) {
    return db.query(
        TENANT,
        "select r.name from user_roles h join roles r on r.tenant_id = h.tenant_id and r.id = h.role_id where h.user_id = ? order by 1",
        row -> row.text("name"),
        user);
  }
}
