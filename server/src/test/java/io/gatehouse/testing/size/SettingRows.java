package io.gatehouse.testing.size;

import static io.gatehouse.testing.size.LargeTenant.letters;
import static io.gatehouse.testing.size.TenantRows.application;
import static io.gatehouse.testing.size.TenantRows.bytes;
import static io.gatehouse.testing.size.TenantRows.organization;
import static io.gatehouse.testing.size.TenantRows.row;
import static io.gatehouse.testing.size.TenantRows.user;

import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntFunction;

/**
 * What administrators have set up, as far as lists show it: so many of a kind, and what is each
 * organization's.
 */
final class SettingRows {
  /** So many of each kind, however large the tenant is. */
  private static final int OF_A_KIND = 200;

  private static final int ASKED = 50;
  private static final Instant NOW = LargeTenant.LOADED_AT;

  private final TestDatabase database;
  private final int people;
  private final int organizations;
  private final Sealer sealer = new Sealer(MasterKeys.parse(LargeTenant.MASTER_KEY));

  SettingRows(TestDatabase database, int people) {
    this.database = database;
    this.people = people;
    this.organizations = people / 10;
  }

  void load() {
    resources();
    registration();
    template();
    connectors();
    joining();
    machines();
    hooks();
    tokens();
  }

  private void resources() {
    ofAKind(
        "resources (tenant_id, id, name, indicator, created_at)",
        n -> row("res" + n, "resource " + n, "https://api.example/" + n, at(n)));
    ofAKind(
        "scopes (tenant_id, id, resource_id, name, created_at)",
        n -> row("sc" + n, "res1", letters("scope", n), at(n)));
    ofAKind("role_scopes (tenant_id, role_id, scope_id)", n -> row(LargeTenant.ROLE, "sc" + n));
  }

  private void registration() {
    ofAKind(
        "authorization_detail_types (tenant_id, id, type, display_name, fields, created_at)",
        n -> row("dt" + n, "type" + n, "type " + n, "[]", at(n)));
    ofAKind(
        "initial_access_tokens (tenant_id, id, name, hash, created_at)",
        n ->
            row(
                "iat" + n,
                "token " + n,
                bytes(("iat" + n).getBytes(StandardCharsets.UTF_8)),
                at(n)));
  }

  private void template() {
    ofAKind(
        "organization_scopes (tenant_id, id, name, created_at)",
        n -> row("os" + n, letters("organization scope", n), at(n)));
    ofAKind(
        "organization_roles (tenant_id, id, name, created_at)",
        n -> row("or" + n, letters("organization role", n), at(n)));
    ofAKind(
        "organization_role_scopes (tenant_id, organization_role_id, organization_scope_id)",
        n -> row(LargeTenant.ROLE, "os" + n));
    ofAKind(
        "organization_role_resource_scopes (tenant_id, organization_role_id, scope_id)",
        n -> row(LargeTenant.ROLE, "sc" + n));
  }

  private void connectors() {
    ofAKind(
        "sso_connectors (tenant_id, id, provider_name, connector_name, config, created_at)",
        n ->
            row(
                "sso" + n,
                "OIDC",
                "connector " + n,
                sealed("sso_connectors.config", "sso" + n, "{}"),
                at(n)));
  }

  private void joining() {
    String domains =
        "organization_jit_email_domains (tenant_id, organization_id, email_domain, created_at)";
    copy(domains, organizations, n -> row(organization(n), "d" + n + ".example", at(n)));
    ofAKind(domains, n -> row(LargeTenant.ORGANIZATION, "of%03d.example".formatted(n), at(n)));
    String roles = "organization_jit_roles (tenant_id, organization_id, organization_role_id)";
    copy(roles, organizations, n -> row(organization(n), LargeTenant.ROLE));
    ofAKind(roles, n -> row(LargeTenant.ORGANIZATION, "or" + n));
    String connectors =
        "organization_jit_sso_connectors (tenant_id, organization_id, sso_connector_id)";
    copy(connectors, organizations - 1, n -> row(organization(n + 1), "sso1"));
    ofAKind(connectors, n -> row(LargeTenant.ORGANIZATION, "sso" + n));
  }

  private void machines() {
    database.asOwner(
        "insert into organization_roles (tenant_id, id, name, type, created_at) values ('default', 'machine', 'machine', 'MachineToMachine', now())");
    copy(
        "organization_application_roles (tenant_id, organization_id, application_id, organization_role_id)",
        OF_A_KIND,
        n -> row(LargeTenant.ORGANIZATION, application(2 * n), "machine"));
    copy(
        "organization_applications (tenant_id, organization_id, application_id)",
        organizations - 1,
        n -> row(organization(n + 1), application(2 * (n % 400) + 2)));
    copy(
        "organization_applications (tenant_id, organization_id, application_id)",
        20,
        n -> row(organization(1 + n), application(1_000)));
    copy(
        "application_consent_organizations (tenant_id, application_id, user_id, organization_id)",
        people / 2,
        n -> row(application(1), user(n), LargeTenant.ORGANIZATION));
  }

  private void hooks() {
    copy(
        "hooks (tenant_id, id, config, signing_key, created_at)",
        OF_A_KIND,
        n -> {
          String id = n == 1 ? LargeTenant.HOOK : n == 2 ? "other" : "hook" + n;
          return row(
              id,
              sealed("hooks.config", id, "{\"url\":\"http://receiver.example/\"}"),
              sealed("hooks.signing_key", id, "key"),
              at(n));
        });
  }

  private void tokens() {
    String tokens =
        "one_time_tokens (tenant_id, id, email, token, token_digest, context, status, created_at, expires_at)";
    copy(tokens, people / 10, n -> token("t" + n, letters("mail", n) + "@example.org", n));
    copy(tokens, ASKED, n -> token("a" + n, LargeTenant.ASKED, people + n));
  }

  private String token(String id, String email, int n) {
    return row(
        id,
        email,
        sealed("one_time_tokens.token", id, id),
        bytes(id.getBytes(StandardCharsets.UTF_8)),
        "{}",
        "active",
        at(n),
        NOW.plusSeconds(86_400).toString());
  }

  private String sealed(String column, String id, String content) {
    return bytes(
        sealer.seal(
            content.getBytes(StandardCharsets.UTF_8),
            new Seal(LargeTenant.ID.value(), column, id)));
  }

  private static String at(int n) {
    return NOW.minusSeconds(n).toString();
  }

  private void ofAKind(String into, IntFunction<String> row) {
    copy(into, OF_A_KIND, row);
  }

  private void copy(String into, int count, IntFunction<String> row) {
    database.copy(into, count, row);
  }
}
