package io.gatehouse.user.kept;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what all tables tell of a person, in one statement. */
@Singleton
class KeptStore {
  /** The most that is told of a table: a log has no end. */
  private static final int MOST = 1_000;

  /** What is told. */
  static final List<Kept> TOLD =
      List.of(
          new Kept(
              "account",
              "users",
              "id",
              "id username primary_email primary_phone name avatar profile custom_data settings application_id"
                  + " cimd_client_id is_suspended password_updated_at last_sign_in_at created_at updated_at"),
          Kept.of("identities", "user_identities", "target identity_id details"),
          Kept.of(
              "enterpriseIdentities",
              "user_sso_identities",
              "issuer identity_id detail created_at updated_at"),
          Kept.of("factors", "user_mfa_factors", "type name agent created_at last_used_at"),
          Kept.of(
              "trustedBrowsers",
              "trusted_devices",
              "user_agent country city created_at last_used_at expires_at"),
          Kept.of("personalAccessTokens", "personal_access_tokens", "name created_at expires_at"),
          Kept.of("roles", "user_roles", "role_id"),
          Kept.of("organizations", "organization_users", "organization_id"),
          Kept.of(
              "organizationRoles",
              "organization_user_roles",
              "organization_id organization_role_id"),
          new Kept(
              "invitations",
              "organization_invitations",
              "accepted_user_id",
              "organization_id invitee status created_at expires_at"),
          Kept.of(
              "sessions",
              "sessions",
              "id auth_time amr acr ip user_agent last_submission application_id created_at expires_at"),
          Kept.of(
              "grants",
              "grants",
              "application_id client_name scope resources organization_id created_at expires_at revoked_at"),
          Kept.of("applications", "application_access_users", "application_id"),
          Kept.of(
              "organizationsOfApplications",
              "application_consent_organizations",
              "application_id organization_id"),
          Kept.of("pairwiseSubjects", "pairwise_subjects", "sector subject created_at"),
          Kept.of(
              "tokensOfProviders",
              "token_sets",
              "target scope token_type issued_at expires_at updated_at"),
          Kept.of("signIns", "user_sign_ins", "at created_at"),
          Kept.of("daysOfActivity", "active_users", "day"),
          Kept.of("places", "user_places", "country latitude longitude seen_at"),
          new Kept("pictures", "user_assets", "created_by", "id name media_type size created_at"),
          Kept.of("log", "logs", "key payload application_id created_at"));

  /** What expires by itself, and says nothing that sessions and the log do not tell. */
  static final List<String> PASSING =
      List.of(
          "account_verifications",
          "backchannel_requests",
          "logout_notices",
          "me_proofs",
          "me_trips",
          "subject_tokens");

  private static final String STATEMENT =
      TOLD.stream()
          .map(Kept::sql)
          .collect(
              Collectors.joining(
                  ", ",
                  "select jsonb_build_object(",
                  ")::text as kept from (values (?::text, ?::text)) p (tenant, person)"));

  private final Db db;

  KeptStore(Db db) {
    this.db = db;
  }

  /**
   * A table that names people.
   *
   * @param name what it is called where they read it
   * @param person its column with the person's id
   * @param columns what is told of it
   */
  record Kept(String name, String table, String person, String columns) {
    static Kept of(String name, String table, String columns) {
      return new Kept(name, table, "user_id", columns);
    }

    /** Its name and its rows, the newest first where they have an age. */
    private String sql() {
      List<String> told = Arrays.asList(columns.split(" "));
      String order = told.contains("created_at") ? " order by t.created_at desc" : "";
      return """
      '%s', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (
        select %s from %s t where t.tenant_id = p.tenant and t.%s = p.person%s limit %d) r)
      """
          .formatted(
              name,
              told.stream().map(Kept::column).collect(Collectors.joining(", ")),
              table,
              person,
              order,
              MOST);
    }

    /** As JSON calls it. */
    private static String column(String column) {
      String[] words = column.split("_");
      String camel =
          Arrays.stream(words)
              .skip(1)
              .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
              .collect(Collectors.joining("", words[0], ""));
      return "t." + column + " as \"" + camel + "\"";
    }
  }

  /** As JSON. */
  String read(TenantId tenant, String userId) {
    return db.one(tenant, STATEMENT, row -> row.text("kept"), tenant, userId);
  }
}
