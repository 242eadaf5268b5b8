package io.gatehouse.user.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.SignInUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UserAdministrationStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static TestDatabase database;
  private static Db db;
  private static UserAdministrationStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    db = database.db();
    store = new UserAdministrationStore(db);
    db.update(
        TENANT,
        """
        insert into users (tenant_id, id, name, created_at, updated_at)
        select 'default', 'user' || lpad(n::text, 4, '0'), 'Person ' || n, timestamptz '2026-01-01' + n * interval '1 second', now()
        from generate_series(1, 1000) n
        """);
    database
        .db()
        .update(
            TenantId.ADMIN,
            "insert into users (tenant_id, id, name, created_at, updated_at) values ('admin', 'other', 'Person 77', now(), now())");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static UserFilter search(String query) {
    return UserFilter.of(Search.of(Query.parse(query), Map.of("id", "id", "name", "name")));
  }

  private static List<String> ids(Slice<SignInUser> slice) {
    return slice.items().stream().map(found -> found.user().id()).toList();
  }

  @Test
  void everyPageOfASearchIsReadInOrder() {
    List<String> all = new ArrayList<>();
    for (int page = 1; page <= 12; page++) {
      Slice<SignInUser> slice = store.list(TENANT, search("search=%2577%25"), new Page(page, 2));
      assertEquals(19, slice.total(), "page " + page);
      all.addAll(ids(slice));
    }
    assertEquals(19, all.size());
    assertEquals("user0977", all.getFirst());
    assertEquals(all.stream().sorted(java.util.Comparator.reverseOrder()).toList(), all);
  }

  @Test
  void theWholeListNeedsOneStatementAndNoCounting() {
    long before = db.statements();
    Slice<SignInUser> slice = store.list(TENANT, search(""), new Page(3, 20));
    assertEquals(1, db.statements() - before);
    assertEquals(1000, slice.total());
    assertEquals("user0960", ids(slice).getFirst());
  }

  @Test
  void aWrongPatternIsTheClientsFault() {
    assertThrows(
        DbException.BadValue.class,
        () -> store.list(TENANT, search("search=%5B&mode=posix"), new Page(1, 2)));
  }

  @Test
  void quotesAndFormatsInValuesAreOnlyText() {
    for (String value : List.of("'", "%2525s", "%22", "%24q%24", "a%27)%20or%20true%20--")) {
      for (String mode : List.of("like", "exact")) {
        assertEquals(
            0,
            store
                .list(TENANT, search("search=" + value + "&mode=" + mode), new Page(1, 2))
                .total());
      }
    }
  }

  @Test
  void anotherTenantIsSearchedByItselfOnly() {
    Slice<SignInUser> slice =
        store.list(TenantId.ADMIN, search("search=%2577%25"), new Page(1, 20));
    assertEquals(List.of("other"), ids(slice));
  }

  @Test
  void peopleAreFilteredByRoleSuspensionAndDates() {
    database
        .db()
        .update(
            TENANT,
            """
            insert into users (tenant_id, id, name, is_suspended, created_at, updated_at, last_sign_in_at)
            values (?, 'shut_out', 'Filtered', true, '2031-01-01T00:00:00Z', now(), '2031-02-01T00:00:00Z')
            """,
            TENANT);
    UserFilter suspended = search("search=%25").with(UserFilter.Name.SUSPENDED, "true");
    assertEquals(List.of("shut_out"), ids(store.list(TENANT, suspended, new Page(1, 5))));
    UserFilter recent =
        UserFilter.of(Search.NONE)
            .with(UserFilter.Name.CREATED_FROM, "2030-12-31T00:00:00Z")
            .with(UserFilter.Name.SIGNED_IN_UNTIL, "2031-02-02T00:00:00Z");
    assertEquals(List.of("shut_out"), ids(store.list(TENANT, recent, new Page(1, 5))));
    UserFilter earlier = recent.with(UserFilter.Name.CREATED_UNTIL, "2031-01-01T00:00:00Z");
    assertEquals(0, store.list(TENANT, earlier, new Page(1, 5)).total());
    UserFilter quoted = UserFilter.of(Search.NONE).with(UserFilter.Name.ROLE, "x') or true --");
    assertEquals(0, store.list(TENANT, quoted, new Page(1, 5)).total());
    database
        .db()
        .update(TENANT, "delete from users where tenant_id = ? and id = 'shut_out'", TENANT);
  }
}
