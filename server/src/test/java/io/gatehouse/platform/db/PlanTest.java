package io.gatehouse.platform.db;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The look-ups that the hot statements are made of use an index although row-level security stands
 * before them: only leakproof operators do. Read from the plans of the role that the server works
 * as.
 */
class PlanTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  /** What is looked for is compared row by row, after the index has found the tenant's. */
  private static final Pattern WANTED_IN_FILTER = Pattern.compile("Filter: .*'(x|y|\\\\x00)'");

  private static final Pattern PERSON_BY_INDEX =
      Pattern.compile("Index Cond: .*\\(id = taken\\.user_id\\)");

  private static final TestDatabase DATABASE = TestDatabase.create();

  /** Enough rows that one index is better than another, in each month of the log too. */
  @BeforeAll
  static void fill() {
    for (String rows :
        List.of(
            "users (tenant_id, id, username_key, email_key, phone_key, created_at, updated_at) select 'default', 'u' || n, 'n' || n, 'e' || n, 'p' || n, now() - n * interval '1 s', now()",
            "user_identities (tenant_id, user_id, target, identity_id) select 'default', 'u' || n, 't' || n % 3, 'i' || n",
            "applications (tenant_id, id, name, type, created_at) select 'default', 'a' || n, 'n', 'SPA', now()",
            "application_secrets (tenant_id, application_id, name, value, created_at) select 'default', 'a' || n, 'n', '\\x00', now()",
            "resources (tenant_id, id, name, indicator, created_at) select 'default', 'r' || n, 'n', 'i' || n, now()",
            "scopes (tenant_id, id, resource_id, name, created_at) select 'default', 's' || n, 'r' || n, 'n', now()",
            "user_roles (tenant_id, user_id, role_id) select 'default', 'u' || n, 'r' || n",
            "sessions (tenant_id, id, secret_hash, user_id, auth_time, created_at, expires_at) select 'default', 's' || n, n::text::bytea, 'u' || n, now(), now(), now() + n * interval '1 s'",
            "grants (tenant_id, id, session_id, user_id, application_id, created_at, expires_at) select 'default', 'g' || n, 's' || n, 'u' || n, 'a' || n % 9, now(), now() + n * interval '1 s'",
            "authorization_codes (tenant_id, hash, grant_id, application_id, redirect_uri, request, scope, auth_time, created_at, expires_at) select 'default', n::text::bytea, 'g' || n, 'a', 'r', '{}', '', now(), now(), now()",
            "access_tokens (tenant_id, hash, grant_id, application_id, scope, created_at, expires_at) select 'default', n::text::bytea, 'g' || n, 'a', '', now(), now() + n * interval '1 s'",
            "refresh_tokens (tenant_id, hash, grant_id, application_id, scope, auth_time, first_issued_at, created_at, expires_at) select 'default', n::text::bytea, 'g' || n, 'a', '', now(), now(), now(), now() + n * interval '1 s'",
            "interactions (tenant_id, hash, application_id, request, prompt, created_at, expires_at) select 'default', n::text::bytea, 'a', '{}', 'login', now(), now() + n * interval '1 s'",
            "verification_codes (tenant_id, id, address_key, address_type, usage_type, code_hash, created_at, expires_at) select 'default', 'v' || n, 'k' || n, 'email', 't' || n % 3, '\\x00', now(), now()",
            "lockouts (tenant_id, target_type, target_hash, pool, failures, expires_at) select 'default', 'User', 'h' || n, 'p', '{}', now()",
            "configs (tenant_id, key, value) select 'default', 'k' || n, '{}'",
            "logs (tenant_id, id, key, payload, user_id, created_at) select 'default', 'l' || n, 'k' || n % 9, '{}', 'u' || n % 99, now() + (n % 90 - 45) * interval '1 day'")) {
      DATABASE.asOwner(
          "set session_replication_role = replica; insert into "
              + rows
              + " from generate_series(1, 3000) n");
    }
    DATABASE.asOwner("analyze");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users where tenant_id = 'default' and id = 'x'",
        "users where tenant_id = 'default' and username_key = 'x'",
        "users where tenant_id = 'default' and email_key = 'x'",
        "users where tenant_id = 'default' and phone_key = 'x'",
        "users where tenant_id = 'default' order by created_at desc, id limit 20",
        "user_identities where tenant_id = 'default' and target = 'x' and identity_id = 'y'",
        "applications where tenant_id = 'default' and id = 'x'",
        "application_secrets where tenant_id = 'default' and application_id = 'x'",
        "resources where tenant_id = 'default' and indicator = 'x'",
        "scopes where tenant_id = 'default' and resource_id = 'x'",
        "user_roles where tenant_id = 'default' and user_id = 'x'",
        "user_roles where tenant_id = 'default' and role_id = 'x'",
        "sessions where tenant_id = 'default' and secret_hash = '\\x00'",
        "sessions where tenant_id = 'default' and user_id = 'x'",
        "grants where tenant_id = 'default' and id = 'x'",
        "grants where tenant_id = 'default' and session_id = 'x' and application_id = 'a1' and revoked_at is null",
        "authorization_codes where tenant_id = 'default' and hash = '\\x00'",
        "access_tokens where tenant_id = 'default' and hash = '\\x00'",
        "refresh_tokens where tenant_id = 'default' and hash = '\\x00'",
        "refresh_tokens where tenant_id = 'default' and grant_id = 'x'",
        "interactions where tenant_id = 'default' and hash = '\\x00'",
        "verification_codes where tenant_id = 'default' and address_key = 'x' and usage_type = 'y'",
        "lockouts where tenant_id = 'default' and target_hash = 'x' and target_type = 'User'",
        "signing_keys where tenant_id = 'default'",
        "configs where tenant_id = 'default' and key = 'x'",
        "logs where tenant_id = 'default' order by created_at desc, id desc limit 20",
        "logs where tenant_id = 'default' and user_id = 'x' order by created_at desc limit 20",
        "logs where tenant_id = 'default' and id = 'x'",
      })
  void aHotLookUpUsesAnIndex(String lookUp) {
    String plan = plan("select 1 from " + lookUp);
    assertFalse(plan.contains("Seq Scan"), plan);
    assertTrue(plan.contains("Index Cond"), plan);
    assertFalse(
        WANTED_IN_FILTER.matcher(plan).find(), "only the tenant came by the index:\n" + plan);
  }

  /** Shows that the test above would tell: this comparison is not leakproof. */
  @Test
  void aLookUpThroughAFunctionReadsAllRowsOfTheTenant() {
    String plan = plan("select 1 from users where tenant_id = 'default' and lower(name) = 'x'");
    assertTrue(WANTED_IN_FILTER.matcher(plan).find(), plan);
  }

  /** Who signed in stands in the JSON of the interaction; taken out of it first, it is a column. */
  @Test
  void thePersonOfAnInteractionIsFoundByAnIndex() {
    String plan =
        plan(
            """
            with taken as (
              delete from interactions where tenant_id = 'default' and hash = '\\x00' and result is not null
              returning *, result ->> 'userId' as user_id)
            select taken.*, u.is_suspended
            from taken left join users u on u.tenant_id = taken.tenant_id and u.id = taken.user_id
            """);
    assertTrue(PERSON_BY_INDEX.matcher(plan).find(), plan);
  }

  @Test
  void purgingFindsWhatExpiredByItsIndex() {
    for (String table : List.of("sessions", "access_tokens", "refresh_tokens", "interactions")) {
      String plan =
          planOfJobs(
              "select 1 from " + table + " where expires_at < now() order by expires_at limit 9");
      assertTrue(plan.contains(table + "_expires_at"), plan);
    }
  }

  private static String planOfJobs(String sql) {
    return DATABASE
        .db()
        .acrossTenants(connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("set local enable_seqscan = off");
            List<String> lines = new ArrayList<>();
            try (var rows = statement.executeQuery("explain " + sql)) {
              while (rows.next()) {
                lines.add(rows.getString(1));
              }
            }
            return String.join("\n", lines);
          }
        });
  }

  private static String plan(String sql) {
    Db db = DATABASE.db();
    return db.transaction(
        TENANT,
        () -> {
          db.query(TENANT, "select set_config('enable_seqscan', 'off', true)", row -> true);
          return String.join(
              "\n", db.query(TENANT, "explain " + sql, row -> row.text("QUERY PLAN")));
        });
  }
}
