package io.gatehouse.session.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.session.NewSession;
import io.gatehouse.session.notice.LogoutNotice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People's sessions and grants in the database, as the contract shows them. */
@Singleton
class UserSessionStore {
  private static final String SESSIONS =
      """
      select s.user_id, s.application_id, s.expires_at,
      """
          + NewSession.SUBMISSION
          + """
            as last_submission, jsonb_build_object(
            'exp', floor(extract(epoch from s.expires_at))::bigint, 'iat', floor(extract(epoch from s.created_at))::bigint,
            'jti', s.id, 'uid', s.id, 'kind', 'Session', 'loginTs', floor(extract(epoch from s.auth_time))::bigint,
            'accountId', s.user_id, 'amr', s.amr,
            'authorizations', (
              select coalesce(jsonb_object_agg(g.application_id, jsonb_build_object(
                'sid', s.id, 'grantId', g.id, 'persistsLogout', g.offline)), '{}')
              from grants g where g.tenant_id = s.tenant_id and g.session_id = s.id and g.revoked_at is null)) as payload
          from sessions s where s.tenant_id = ? and s.expires_at > ? and
          """;

  private final Db db;

  UserSessionStore(Db db) {
    this.db = db;
  }

  List<ListedSession> sessions(TenantId tenant, String userId, Instant now) {
    return db.query(
        tenant,
        SESSIONS + "s.user_id = ? order by s.created_at desc, s.id",
        UserSessionStore::session,
        tenant,
        now,
        userId);
  }

  Optional<ListedSession> session(TenantId tenant, String id, Instant now) {
    return db.find(tenant, SESSIONS + "s.id = ?", UserSessionStore::session, tenant, now, id);
  }

  List<ListedGrant> grants(
      TenantId tenant, String userId, Optional<Boolean> thirdParty, Instant now) {
    return db.query(
        tenant,
        """
        select g.id, g.expires_at, g.application_id, coalesce(a.name, g.client_name, g.application_id) as application_name, jsonb_build_object(
          'exp', floor(extract(epoch from g.expires_at))::bigint, 'iat', floor(extract(epoch from g.created_at))::bigint,
          'jti', g.id, 'kind', 'Grant', 'clientId', g.application_id, 'accountId', g.user_id,
          'openid', jsonb_build_object('scope', g.scope), 'resources', g.resources, 'rejected', g.rejected) as payload
        from grants g left join applications a on a.tenant_id = g.tenant_id and a.id = g.registered_application_id
        where g.tenant_id = ? and g.user_id = ? and g.revoked_at is null and g.expires_at > ?
          and (?::boolean is null or coalesce(a.is_third_party, true) = ?)
        order by g.created_at desc, g.id
        """,
        UserSessionStore::grant,
        tenant,
        userId,
        now,
        thirdParty.orElse(null),
        thirdParty.orElse(null));
  }

  /**
   * Whether the application has to hear that the person is signed out there; nothing when the
   * person has no such grant. One that is over stays as it is.
   */
  Optional<Boolean> revokeGrant(TenantId tenant, String userId, String grantId, Instant now) {
    return db.find(
        tenant,
        """
        with revoked as (
          update grants set revoked_at = case when expires_at > ?::timestamptz then ?::timestamptz end
          where tenant_id = ? and user_id = ? and id = ? and revoked_at is null
          returning tenant_id, coalesce(begun_session_id, session_id) as session_id, user_id, registered_application_id),
        noticed as (
        """
            + LogoutNotice.OF_REVOKED
            + """
            )
            select exists (select from noticed) as noticed from revoked
            """,
        row -> row.flag("noticed"),
        now,
        now,
        tenant,
        userId,
        grantId,
        now,
        now,
        now.plus(LogoutNotice.LIFE));
  }

  private static ListedSession session(Row row) throws SQLException {
    return new ListedSession(
        JsonCodec.tree(row.text("payload")),
        tree(row.textOrNull("last_submission")),
        row.textOrNull("application_id"),
        row.text("user_id"),
        row.instant("expires_at"));
  }

  private static ListedGrant grant(Row row) throws SQLException {
    return new ListedGrant(
        row.text("id"),
        JsonCodec.tree(row.text("payload")),
        row.instant("expires_at"),
        new ListedGrant.GrantHolder(row.text("application_id"), row.text("application_name")));
  }

  private static @Nullable JsonNode tree(@Nullable String json) {
    return json == null ? null : JsonCodec.tree(json);
  }
}
