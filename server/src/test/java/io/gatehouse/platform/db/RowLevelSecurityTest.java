package io.gatehouse.platform.db;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.tenant.TenantId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second wall between tenants, for every table there is and will be. */
class RowLevelSecurityTest {
  private static final TenantId OURS = TenantId.DEFAULT;
  private static final TenantId THEIRS = new TenantId("theirs");

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Catalogue CATALOGUE = new Catalogue(DATABASE.database().url());
  private static final List<String> TABLES = CATALOGUE.tenantTables();

  /** A row of another tenant in every table, past all rules but these. */
  @BeforeAll
  static void theirRows() {
    DATABASE.asOwner("insert into tenants (id, created_at) values ('theirs', now())");
    CATALOGUE
        .texts(
            """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname)
            from pg_constraint
            where contype = 'c' and coninhcount = 0 and connamespace = 'public'::regnamespace
            """)
        .forEach(DATABASE::asOwner);
    forEachOwnTable(
        table -> DATABASE.asOwner("set session_replication_role = replica; " + insertion(table)));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void everyTableOfTenantsIsProtectedEvenFromItsOwner() {
    assertTrue(TABLES.size() > 25, "tables: " + TABLES);
    assertEquals(
        List.of(),
        CATALOGUE.texts(
            """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'tenant_id'
              and not (c.relrowsecurity and c.relforcerowsecurity
                and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))
            """));
  }

  @Test
  void theServersRoleOwnsNothingAndCannotSkipTheRules() {
    assertEquals(
        List.of("gatehouse_app", "gatehouse_job"),
        CATALOGUE.texts(
            """
            select rolname from pg_roles
            where rolname like 'gatehouse\\_%' and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)
            order by 1
            """));
    assertEquals(
        List.of(),
        CATALOGUE.texts(
            "select relname from pg_class where pg_get_userbyid(relowner) in ('gatehouse_app', 'gatehouse_job')"));
    assertEquals(
        "gatehouse_app", db().one(OURS, "select current_user as role", row -> row.text("role")));
    boolean may =
        db().one(
                OURS,
                "select pg_has_role('gatehouse_app', 'gatehouse_job', 'usage') as may",
                row -> row.flag("may"));
    assertFalse(may, "the server's role must not have the rights of the one that crosses tenants");
  }

  @Test
  void nobodyReadsAnothersRows() {
    forEachOwnTable(table -> {
      assertEquals(0, count(OURS, table), "ours saw a row of theirs");
      assertEquals(1, count(THEIRS, table), "theirs lacks its row");
    });
  }

  @Test
  void nobodyChangesAnothersRows() {
    forEachOwnTable(table ->
        assertEquals(
            0,
            db().update(
                    OURS,
                    "update " + table + " set tenant_id = tenant_id where tenant_id = 'theirs'")));
  }

  @Test
  void nobodyDeletesAnothersRows() {
    forEachOwnTable(table -> {
      assertEquals(0, db().update(OURS, "delete from " + table + " where tenant_id = 'theirs'"));
      assertEquals(1, count(THEIRS, table));
    });
  }

  @Test
  void nobodyWritesRowsForAnother() {
    forEachOwnTable(table -> {
      assertRefused(() -> db().update(OURS, insertion(table)));
      assertRefused(() -> db().update(THEIRS, "update " + table + " set tenant_id = 'default'"));
    });
  }

  @Test
  void withoutATenantThereIsNothing() {
    TenantId nobody = new TenantId("nobody");
    forEachOwnTable(table -> assertEquals(0, count(nobody, table)));
  }

  @Test
  void theServerNeitherMakesNorEndsTenants() {
    assertRefused(() -> db().update(OURS, "delete from tenants where id = 'theirs'"));
    assertRefused(() -> db().update(OURS, "update tenants set tag = 'production'"));
  }

  @Test
  void keysBeginWithTheTenant() {
    assertEquals(
        List.of(),
        CATALOGUE.texts(
            """
            select i.indexrelid::regclass::text
            from pg_index i join pg_attribute t on t.attrelid = i.indrelid and t.attname = 'tenant_id'
            where (i.indisprimary or i.indisunique) and i.indkey[0] <> t.attnum
            """));
    assertEquals(
        List.of(),
        CATALOGUE.texts(
            """
            select c.conname from pg_constraint c join pg_attribute t on t.attrelid = c.conrelid and t.attname = 'tenant_id'
            where c.contype = 'f' and c.conkey[1] <> t.attnum
            """));
  }

  @Test
  void childrenGoWithTheirParents() {
    assertEquals(
        List.of(),
        CATALOGUE.texts(
            """
            select conrelid::regclass || ' → ' || confrelid::regclass from pg_constraint
            where contype = 'f' and confdeltype <> 'c' and connamespace = 'public'::regnamespace
            """));
  }

  private static void assertRefused(Runnable statement) {
    DbException refusal = assertThrows(DbException.class, statement::run);
    String why = String.valueOf(refusal.getMessage());
    assertTrue(why.contains("row-level security policy") || why.contains("permission denied"), why);
  }

  private static int count(TenantId tenant, String table) {
    String sql = "select count(*) as n from " + table + " where tenant_id = 'theirs'";
    return db().one(tenant, sql, row -> row.integer("n"));
  }

  /** The smallest row of another tenant that the columns allow. */
  private static String insertion(String table) {
    return CATALOGUE
        .texts(
            """
            select format('insert into %1$s (%2$s) values (%3$s)', '%TABLE%',
              string_agg(quote_ident(a.attname), ', ' order by a.attnum),
              string_agg(case
                when a.attname = 'tenant_id' then quote_literal('theirs')
                when format_type(a.atttypid, null) like '%[]' then quote_literal('{}')
                when a.atttypid in ('jsonb'::regtype, 'json'::regtype) then quote_literal('{}')
                when a.atttypid in ('timestamptz'::regtype, 'date'::regtype) then 'now()'
                when a.atttypid in ('int4'::regtype, 'int8'::regtype, 'int2'::regtype) then '1'
                when a.atttypid = 'bool'::regtype then 'false'
                when a.atttypid = 'bytea'::regtype then quote_literal('\\x00')
                else quote_literal('x') end, ', ' order by a.attnum))
            from pg_attribute a
            where a.attrelid = '%TABLE%'::regclass and a.attnum > 0 and not a.attisdropped
              and a.attnotnull and not a.atthasdef and a.attidentity = ''
            """
                .replace("%TABLE%", table))
        .getFirst();
  }

  /** Partitions hold the rows of their parents, whose turn it is. */
  private static void forEachOwnTable(Consumer<String> check) {
    List<String> partitions =
        CATALOGUE.texts("select relname from pg_class where relispartition and relkind = 'r'");
    assertAll(
        TABLES.stream()
            .filter(table -> !partitions.contains(table))
            .map(table ->
                () -> {
                  try {
                    check.accept(table);
                  } catch (RuntimeException e) {
                    throw new AssertionError(table, e);
                  }
                }));
  }

  private static Db db() {
    return DATABASE.db();
  }
}
