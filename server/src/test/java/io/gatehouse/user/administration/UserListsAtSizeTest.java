package io.gatehouse.user.administration;

import static io.gatehouse.testing.size.LargeTenant.compare;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static io.gatehouse.testing.size.LargeTenant.fewest;
import static io.gatehouse.testing.size.LargeTenant.letters;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lists of people at a large tenant cost what they cost at a small one. */
class UserListsAtSizeTest {
  private static final Page FIRST = new Page(1, 20);

  @Test
  @Measures("/api/users")
  void thePagesOfPeople() {
    comparePages("people", fewest(), (db, page) -> read(db, UserFilter.of(Search.NONE), page));
  }

  @Test
  void searches() {
    search("people, exact username", "search.username=" + letters("username", 42) + "&mode=exact");
    search(
        "people, exact in any field", "search=" + letters("mail", 42) + "@example.org&mode=exact");
    search("people, exact, with case", "search.id=u0000042&mode=exact&isCaseSensitive=true");
    search("people, like a part of a name", "search.name=%25" + part("name") + "%25");
    search("people, like in any field", "search=%25" + part("username") + "%25");
    search(
        "people, like an address with a common end",
        "search=%25" + part("mail") + "%25@example.org");
    search("people, beginning of an address", "search.primaryEmail=" + letters("mail", 42) + "%25");
    search(
        "people, beginning of a name",
        "search.name=" + letters("name", 42).substring(0, 9) + "%25");
    search(
        "people, exact name and phone",
        "search.name="
            + letters("name", 42)
            + "&search.primaryPhone=49000000042&mode=exact&joint=and");
    search("people, exact phone", "search.primaryPhone=49000000042&mode=exact");
    search("people, like with case", "search=%25" + part("mail") + "%25&isCaseSensitive=true");
    search("people, beginning of a phone number", "search.primaryPhone=4900000" + "0042%25");
  }

  @Test
  @Measures("/api/roles/{id}/users")
  void filters() {
    filtered("people who have a role that all have", UserFilter.Name.ROLE, LargeTenant.ROLE);
    filtered("people who have a rare role", UserFilter.Name.ROLE, LargeTenant.RARE_ROLE);
    filtered("people without a rare role", UserFilter.Name.WITHOUT_ROLE, LargeTenant.RARE_ROLE);
    filtered(
        "people of no organization but one",
        UserFilter.Name.WITHOUT_ORGANIZATION,
        LargeTenant.SMALL_ORGANIZATION);
    filtered("people who are suspended", UserFilter.Name.SUSPENDED, "true");
    filtered("people who are not suspended", UserFilter.Name.SUSPENDED, "false");
    filtered("people who signed in since", UserFilter.Name.SIGNED_IN_FROM, ago(Duration.ZERO));
    filtered("people who signed in today", UserFilter.Name.SIGNED_IN_FROM, ago(Duration.ofDays(1)));
    filtered(
        "people who have not signed in for long",
        UserFilter.Name.SIGNED_IN_UNTIL,
        ago(Duration.ofDays(25)));
    filtered("people made of late", UserFilter.Name.CREATED_FROM, ago(Duration.ofMinutes(15)));
    filtered(
        "people made until a while ago", UserFilter.Name.CREATED_UNTIL, ago(Duration.ofMinutes(5)));
  }

  @Test
  void theTotalsAreThoseOfTheRows() {
    compare(
        "people, one page with its total",
        db -> {
          UserAdministrationStore store = new UserAdministrationStore(db);
          long all = store.list(LargeTenant.ID, UserFilter.of(Search.NONE), FIRST).total();
          long of = total(store, UserFilter.Name.ROLE, LargeTenant.ROLE);
          assertEquals(all, of);
          assertEquals(50, total(store, UserFilter.Name.ROLE, LargeTenant.RARE_ROLE));
          assertEquals(all - 50, total(store, UserFilter.Name.WITHOUT_ROLE, LargeTenant.RARE_ROLE));
          assertEquals(
              Math.min(all / 50, UserFilter.COUNTED + 1),
              total(store, UserFilter.Name.SUSPENDED, "true"));
        });
  }

  @Test
  void thoseWithoutWhatAllHave() {
    compare(
        "people without a role that all have",
        db ->
            assertEquals(
                0,
                total(
                    new UserAdministrationStore(db),
                    UserFilter.Name.WITHOUT_ROLE,
                    LargeTenant.ROLE)));
    compare(
        "people outside an organization of all",
        db ->
            assertEquals(
                0,
                total(
                    new UserAdministrationStore(db),
                    UserFilter.Name.WITHOUT_ORGANIZATION,
                    LargeTenant.ORGANIZATION)));
  }

  private static long total(UserAdministrationStore store, UserFilter.Name name, String value) {
    return store.list(LargeTenant.ID, UserFilter.of(Search.NONE).with(name, value), FIRST).total();
  }

  private static void filtered(String what, UserFilter.Name name, String value) {
    UserFilter filter = UserFilter.of(Search.NONE).with(name, value);
    boolean rare =
        (value.equals(LargeTenant.RARE_ROLE) && name == UserFilter.Name.ROLE)
            || name == UserFilter.Name.SIGNED_IN_FROM;
    int rows = rare ? 50 : name == UserFilter.Name.SUSPENDED ? fewest() / 50 : fewest() / 30;
    comparePages(what, Math.max(20, rows), (db, page) -> read(db, filter, page));
  }

  private static void search(String what, String query) {
    UserFilter filter = UserFilter.of(Search.of(Query.parse(query), UserFilter.SEARCHABLE));
    compare(
        what,
        db ->
            assertTrue(
                new UserAdministrationStore(db).list(LargeTenant.ID, filter, FIRST).total() > 0,
                what));
  }

  private static String part(String kind) {
    return letters(kind, 42).substring(2, 11);
  }

  private static String ago(Duration time) {
    return LargeTenant.LOADED_AT.minus(time).toString();
  }

  private static void read(io.gatehouse.platform.db.Db db, UserFilter filter, Page page) {
    assertTrue(
        !new UserAdministrationStore(db).list(LargeTenant.ID, filter, page).items().isEmpty());
  }
}
