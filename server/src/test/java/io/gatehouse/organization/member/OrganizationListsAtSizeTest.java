package io.gatehouse.organization.member;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static io.gatehouse.testing.size.LargeTenant.fewest;
import static io.gatehouse.testing.size.LargeTenant.letters;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.OrganizationLists;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.Page;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lists of organizations and members at a large tenant cost what they cost at a small one. */
class OrganizationListsAtSizeTest {
  private static final OrganizationId LARGEST = new OrganizationId(LargeTenant.ORGANIZATION);
  private static final Page FIRST = new Page(1, 20);

  @Test
  @Measures("/api/organizations")
  void thePagesOfOrganizations() {
    comparePages(
        "organizations, with members",
        fewest() / 10,
        (db, page) -> new OrganizationLists(db).count(ID, "", true, page));
  }

  @Test
  void aSearchOfOrganizations() {
    searched("organizations, a part of the name", letters("organization", 42).substring(2, 11));
    searched("organizations, an id", letters("organization id", 42));
  }

  @Test
  @Measures("/api/organizations/{id}/users")
  void thePagesOfTheMembersOfALargeOrganization() {
    comparePages("members", fewest(), (db, page) -> people(db, "", "", page));
    comparePages(
        "members who have a role that all have",
        fewest(),
        (db, page) -> people(db, "", LargeTenant.ROLE, page));
    comparePages(
        "members who have a rare role",
        40,
        (db, page) -> people(db, "", LargeTenant.RARE_ROLE, page));
    compare(
        "members, the total of a rare role",
        db -> assertEquals(50, people(db, "", LargeTenant.RARE_ROLE, FIRST)));
    compare(
        "members, the total of a role that all have",
        db -> assertEquals(people(db, "", "", FIRST), people(db, "", LargeTenant.ROLE, FIRST)));
  }

  @Test
  void aSearchOfMembers() {
    String name = letters("name", 42).substring(2, 11);
    compare("members, a part of the name", db -> assertEquals(1, people(db, name, "", FIRST)));
    compare(
        "members, an address",
        db -> assertEquals(1, people(db, letters("mail", 42) + "@example", "", FIRST)));
    compare(
        "members who have a role, a part of the name",
        db -> assertEquals(1, people(db, name, LargeTenant.ROLE, FIRST)));
  }

  @Test
  @Measures({
    "/api/organizations/{id}/users/{userId}/roles",
    "/api/organizations/{id}/applications/{applicationId}/roles"
  })
  void theRolesOfAMember() {
    compare("roles of a member", db -> roles(db, MemberKind.USER, "u0000042"));
    compare("roles of a machine", db -> roles(db, MemberKind.APPLICATION, "a0000042"));
  }

  @Test
  @Measures("/api/organizations/{id}/applications")
  void machines() {
    comparePages(
        "machines of an organization",
        250,
        (db, page) -> new MemberListStore(db).machines(ID, LARGEST, Optional.empty(), page));
    compare(
        "machines of an organization, a part of the name",
        db ->
            assertEquals(
                1,
                new MemberListStore(db)
                    .machines(
                        ID,
                        LARGEST,
                        Optional.of(letters("application", 42).substring(2, 11)),
                        FIRST)
                    .total()));
  }

  @Test
  @Measures("/api/applications/{id}/organizations")
  void theOrganizationsOfAMachine() {
    // A thousand organizations are soonest read whole, and the short form forbids it.
    assumeTrue(LargeTenant.LONG);
    comparePages(
        "organizations of a machine",
        20,
        (db, page) ->
            new MemberListStore(db).organizations(ID, MemberKind.APPLICATION, "a0001000", page));
  }

  @Test
  void theOrganizationsOfAPerson() {
    compare(
        "organizations of a person",
        db -> new MemberListStore(db).organizations(ID, MemberKind.USER, "u0000042", Page.WHOLE));
    compare(
        "organizations of a person, to choose from",
        db -> new MemberListStore(db).choices(ID, "u0000042", 500));
  }

  private static void searched(String what, String text) {
    compare(what, db -> assertEquals(1, new OrganizationLists(db).count(ID, text, false, FIRST)));
  }

  private static void roles(Db db, MemberKind kind, String id) {
    assertEquals(
        1,
        new MemberRoleStore(db)
            .list(new MemberRoleStore.Key(ID, kind, LARGEST, id), FIRST)
            .total());
  }

  private static long people(Db db, String text, String role, Page page) {
    var filter =
        new MemberListStore.Filter(
            Optional.of(text).filter(t -> !t.isEmpty()),
            Optional.of(role).filter(t -> !t.isEmpty()));
    return new MemberListStore(db).people(ID, LARGEST, filter, page).total();
  }
}
