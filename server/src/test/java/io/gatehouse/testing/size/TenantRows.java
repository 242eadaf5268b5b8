package io.gatehouse.testing.size;

import static io.gatehouse.testing.size.LargeTenant.letters;

import io.gatehouse.platform.db.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.IntFunction;

/** What a tenant of some size has in its tables, loaded by COPY. */
final class TenantRows {
  /** So many, however large the tenant is. */
  private static final int APPLICATIONS = 1_000;

  private static final int ATTEMPTS = 2_500;

  /** More than a list counts. */
  private static final int ENTRIES = 12_000;

  private static final int FEW = 50;
  private static final Instant NOW = LargeTenant.LOADED_AT;

  private final TestDatabase database;
  private final int people;
  private final int organizations;

  TenantRows(TestDatabase database, int people) {
    this.database = database;
    this.people = people;
    this.organizations = people / 10;
  }

  void load() {
    withoutSearchIndexes(() -> {
      people();
      organizations();
      applications();
      new SettingRows(database, people).load();
      traffic();
    });
    fold();
    database.asOwner("vacuum analyze");
  }

  /** Counters are as they are a minute later. */
  private void fold() {
    database.asOwner(
        """
        with gone as (delete from count_deltas returning tenant_id, noun, delta)
        insert into counts (tenant_id, noun, total) select tenant_id, noun, sum(delta) from gone group by tenant_id, noun
        on conflict (tenant_id, noun) do update set total = counts.total + excluded.total
        """);
  }

  /** Trigram indexes are made many times faster over rows that are there. */
  private void withoutSearchIndexes(Runnable load) {
    database.asOwner(
        """
        create table dropped_indexes as select indexname, indexdef from pg_indexes
          where schemaname = 'public' and indexdef like '%USING gin%';
        do $$ declare one record; begin
          for one in select * from dropped_indexes loop execute format('drop index %I', one.indexname); end loop;
        end $$
        """);
    load.run();
    database.asOwner(
        """
        set maintenance_work_mem = '512MB';
        do $$ declare one record; begin
          for one in select * from dropped_indexes loop execute one.indexdef; end loop;
        end $$;
        drop table dropped_indexes
        """);
  }

  private void people() {
    copy(
        """
        users (tenant_id, id, username, username_key, name, primary_email, email_key, primary_phone, phone_key,
          is_suspended, last_sign_in_at, created_at, updated_at)
        """,
        people,
        n ->
            row(
                user(n),
                letters("username", n),
                letters("username", n),
                letters("name", n),
                letters("mail", n) + "@example.org",
                letters("mail", n) + "@example.org",
                Long.toString(49_000_000_000L + n),
                Long.toString(49_000_000_000L + n),
                n % 50 == 0 ? "t" : "f",
                n % (people / FEW) == 0
                    ? NOW.plusSeconds(1).toString()
                    : NOW.minusSeconds(1 + n * 7919L % 2_592_000).toString(),
                NOW.minusSeconds(people - n).toString(),
                NOW.toString()));
    copy(
        "roles (tenant_id, id, name, description, created_at)",
        22,
        n ->
            row(
                n == 1 ? LargeTenant.ROLE : n == 2 ? LargeTenant.RARE_ROLE : "r" + n,
                "role " + letters("role", n),
                "d",
                NOW.toString()));
    copy("user_roles (tenant_id, user_id, role_id)", people, n -> row(user(n), LargeTenant.ROLE));
    copy(
        "user_roles (tenant_id, user_id, role_id)",
        FEW,
        n -> row(user(n * (people / FEW)), LargeTenant.RARE_ROLE));
  }

  private void organizations() {
    copy(
        "organizations (tenant_id, id, name, created_at)",
        organizations,
        n ->
            row(
                organization(n),
                letters("organization", n),
                NOW.minusSeconds(organizations - n).toString()));
    copy(
        "organization_users (tenant_id, organization_id, user_id)",
        people,
        n -> row(LargeTenant.ORGANIZATION, user(n)));
    copy(
        "organization_users (tenant_id, organization_id, user_id)",
        people,
        n -> row(organization(2 + n % (organizations - 2)), user(n)));
    copy(
        "organization_roles (tenant_id, id, name, created_at)",
        2,
        n -> row(n == 1 ? LargeTenant.ROLE : LargeTenant.RARE_ROLE, "name " + n, NOW.toString()));
    String held =
        "organization_user_roles (tenant_id, organization_id, user_id, organization_role_id)";
    copy(held, people, n -> row(LargeTenant.ORGANIZATION, user(n), LargeTenant.ROLE));
    copy(
        held,
        FEW,
        n -> row(LargeTenant.ORGANIZATION, user(n * (people / FEW)), LargeTenant.RARE_ROLE));
  }

  private void applications() {
    copy(
        "applications (tenant_id, id, name, type, created_at)",
        APPLICATIONS,
        n ->
            row(
                application(n),
                letters("application", n),
                n % 2 == 0 ? "MachineToMachine" : "SPA",
                NOW.minusSeconds(n).toString()));
    copy(
        "organization_applications (tenant_id, organization_id, application_id)",
        APPLICATIONS / 4,
        n -> row(LargeTenant.ORGANIZATION, application(2 * n)));
    copy(
        "roles (tenant_id, id, name, description, type, created_at)",
        1,
        n -> row("machines", "machines", "d", "MachineToMachine", NOW.toString()));
    copy(
        "application_roles (tenant_id, role_id, application_id, role_type)",
        APPLICATIONS / 4,
        n -> row("machines", application(2 * n), "MachineToMachine"));
  }

  private void traffic() {
    int entries = Math.max(people, ENTRIES);
    long apart = 86_000_000L / entries;
    copy(
        "logs (tenant_id, id, key, payload, user_id, application_id, created_at)",
        entries,
        n ->
            row(
                "l" + n,
                n % 3 == 0 ? "Interaction.SignIn.Submit" : "ExchangeTokenBy.RefreshToken",
                "{}",
                user(n),
                application(1 + n % APPLICATIONS),
                NOW.minusMillis(n * apart).toString()));
    copy(
        "logs (tenant_id, id, key, payload, hook_id, created_at)",
        ATTEMPTS,
        n ->
            row(
                "h" + n,
                "TriggerHook.Role.Created",
                "{\"hookId\":\"hook\"}",
                LargeTenant.HOOK,
                NOW.minusSeconds(n).toString()));
    copy(
        "audit_records (tenant_id, id, actor, action, subject_type, subject_id, created_at)",
        people / 10,
        n ->
            row(
                "c" + n,
                "{\"kind\":\"User\",\"id\":\"" + (n % 50 == 0 ? "ada" : "bob") + "\"}",
                "role.updated",
                "role",
                "r" + n,
                NOW.minusSeconds(n).toString()));
    deliveries(LargeTenant.HOOK, ATTEMPTS);
    deliveries("other", people / 10);
    String sessions =
        "sessions (tenant_id, id, secret_hash, user_id, auth_time, created_at, expires_at)";
    copy(sessions, people / 2, n -> browser("s" + n, user(2 + n)));
    copy(sessions, FEW, n -> browser("t" + n, user(1)));
    String devices =
        "trusted_devices (tenant_id, id, secret_hash, user_id, created_at, last_used_at, expires_at)";
    copy(devices, people / 2, n -> browser("d" + n, user(2 + n)));
    copy(devices, FEW, n -> browser("e" + n, user(1)));
    copy(
        "grants (tenant_id, id, session_id, user_id, application_id, created_at, expires_at)",
        FEW,
        n ->
            row(
                "g" + n,
                "t" + n,
                user(1),
                application(1),
                NOW.minusSeconds(n).toString(),
                NOW.plusSeconds(86_400).toString()));
  }

  private void deliveries(String hook, int count) {
    copy(
        """
        hook_deliveries (tenant_id, id, hook_id, event, subject, payload, created_at, holds_until, due_at,
          ended_at, delivered, expires_at)
        """,
        count,
        n ->
            row(
                hook + n,
                hook,
                "Role.Created",
                "Role " + n,
                "{}",
                NOW.toString(),
                NOW.toString(),
                NOW.toString(),
                n % 40 == 1 ? "\\N" : NOW.toString(),
                n % 40 > 1 ? "t" : "f",
                NOW.plusSeconds(86_400).toString()));
  }

  /** A browser that somebody is signed in in, or that they trust. */
  private static String browser(String id, String user) {
    return row(
        id,
        bytes(id.getBytes(StandardCharsets.UTF_8)),
        user,
        NOW.toString(),
        NOW.toString(),
        NOW.plusSeconds(86_400).toString());
  }

  /** Bytes as COPY reads them. */
  static String bytes(byte[] content) {
    return "\\\\x" + HexFormat.of().formatHex(content);
  }

  private void copy(String into, int count, IntFunction<String> row) {
    database.copy(into, count, row);
  }

  static String row(String... values) {
    return "default\t" + String.join("\t", values);
  }

  static String user(int n) {
    return "u%07d".formatted(n);
  }

  /** As they are made, so that some letters of one are found in few others. */
  static String organization(int n) {
    return n == 1 ? LargeTenant.ORGANIZATION : letters("organization id", n);
  }

  static String application(int n) {
    return "a%07d".formatted(n);
  }
}
