package io.gatehouse.user;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return new UserFilter(
        Search.of(Query.parse(query), Map.of("id", "id", "name", "name")),
        Optional.empty(),
        Optional.empty());
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
}
