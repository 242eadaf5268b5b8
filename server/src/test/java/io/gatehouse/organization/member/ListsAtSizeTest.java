package io.gatehouse.organization.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.OrganizationLists;
import io.gatehouse.platform.db.BlocksRead;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The lists of organizations and members read as many pages of the database at a large tenant as at
 * one of a tenth, by the role that the server works as. {@code -Dgatehouse.scale=10} compares a
 * hundred thousand organizations and members with ten thousand.
 */
class ListsAtSizeTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final OrganizationId LARGEST = new OrganizationId("o0000001");
  private static final int SCALE = Integer.getInteger("gatehouse.scale", 1);

  /** What a higher tree and a page that is split elsewhere may cost. */
  private static final long TOLERATED = 12;

  private static final Tenant SMALL = new Tenant(1_000 * SCALE);
  private static final Tenant LARGE = new Tenant(10_000 * SCALE);

  @BeforeAll
  static void fill() {
    SMALL.fill();
    LARGE.fill();
  }

  @AfterAll
  static void close() {
    SMALL.database.close();
    LARGE.database.close();
  }

  @Test
  void thePagesOfOrganizations() {
    for (int page : List.of(1, 2, 10, 25, 50)) {
      Page wanted = new Page(page, 20);
      compare("organizations " + wanted, at -> at.organizations("", true, wanted));
    }
  }

  @Test
  void aSearchOfOrganizations() {
    compare(
        "by name", at -> assertEquals(1, at.organizations(part("o42"), false, new Page(1, 20))));
    compare("by id", at -> assertEquals(1, at.organizations("o0000042", true, new Page(1, 20))));
  }

  @Test
  void thePagesOfTheMembersOfALargeOrganization() {
    for (int page : List.of(1, 2, 10, 25, 50)) {
      Page wanted = new Page(page, 20);
      compare("members " + wanted, at -> at.people("", "", wanted));
    }
  }

  @Test
  void aSearchOfMembers() {
    Page first = new Page(1, 20);
    compare("by name", at -> assertEquals(1, at.people(part("u42"), "", first)));
    compare("by e-mail", at -> assertEquals(1, at.people(part("m42"), "", first)));
  }

  @Test
  void theOrganizationsOfAPerson() {
    compare(
        "of a person",
        at -> at.lists.organizations(TENANT, MemberKind.USER, "u0000042", Page.WHOLE));
    compare("to choose from", at -> at.lists.choices(TENANT, "u0000042", 500));
  }

  /** Some letters of a name that nobody else has. */
  private static String part(String named) {
    try {
      byte[] name = MessageDigest.getInstance("MD5").digest(named.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(name).substring(4, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work {
    void on(Tenant tenant);
  }

  private static void compare(String what, Work work) {
    long small = SMALL.blocks(work);
    long large = LARGE.blocks(work);
    assertTrue(small > 0 && large > 0, what + " was not measured");
    assertTrue(
        large <= 2 * small + TOLERATED, what + " reads " + large + " blocks instead of " + small);
  }

  /** A tenant whose first organization has every member. */
  private static final class Tenant {
    final int size;
    final TestDatabase database = TestDatabase.create();
    final MemberListStore lists = new MemberListStore(database.db());
    final OrganizationLists all = new OrganizationLists(database.db());

    Tenant(int size) {
      this.size = size;
    }

    void fill() {
      load(
          "organizations (tenant_id, id, name, created_at)",
          "select 'default', 'o' || lpad(n::text, 7, '0'), md5('o' || n), now() + n * interval '1 ms'",
          size);
      load(
          "users (tenant_id, id, name, primary_email, email_key, created_at, updated_at)",
          """
          select 'default', 'u' || lpad(n::text, 7, '0'), md5('u' || n),
            md5('m' || n) || '@example.org', md5('m' || n) || '@example.org', now(), now()
          """,
          size);
      load(
          "organization_users (tenant_id, organization_id, user_id)",
          "select 'default', 'o0000001', 'u' || lpad(n::text, 7, '0')",
          size);
      load(
          "organization_users (tenant_id, organization_id, user_id)",
          "select 'default', 'o' || lpad((2 + n %% (%d - 2))::text, 7, '0'), 'u' || lpad(n::text, 7, '0')"
              .formatted(size),
          size);
      database.asOwner(
          "insert into organization_roles (tenant_id, id, name, created_at) values ('default', 'r', 'r', now())");
      load(
          "organization_user_roles (tenant_id, organization_id, user_id, organization_role_id)",
          "select 'default', 'o0000001', 'u' || lpad(n::text, 7, '0'), 'r'",
          size);
      database.asOwner("vacuum analyze");
    }

    private void load(String into, String rows, int count) {
      database.asOwner(
          "insert into " + into + " " + rows + " from generate_series(1, " + count + ") n");
    }

    int organizations(String text, boolean featured, Page page) {
      return (int) all.count(TENANT, text, featured, page);
    }

    int people(String text, String role, Page page) {
      var filter =
          new MemberListStore.Filter(
              Optional.of(text).filter(t -> !t.isEmpty()),
              Optional.of(role).filter(t -> !t.isEmpty()));
      return (int) lists.people(TENANT, LARGEST, filter, page).total();
    }

    /** Of two runs the second, when the plans and the catalogue are known. */
    long blocks(Work work) {
      BlocksRead.by(database.db(), TENANT, () -> work.on(this));
      return BlocksRead.by(database.db(), TENANT, () -> work.on(this));
    }
  }
}
