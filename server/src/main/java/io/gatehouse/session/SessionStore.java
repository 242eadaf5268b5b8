package io.gatehouse.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.session.notice.LogoutNotice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions in the database. */
@Singleton
class SessionStore {
  /** Who has to hear that the sessions in {@code ended} are over. */
  private static final String NOTICE =
      """

      insert into logout_notices (tenant_id, session_id, application_id, user_id, endpoint, attempts, created_at, due_at,
        expires_at)
      select g.tenant_id, g.session_id, a.id, ended.user_id, ended.endpoint, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz
      from ended join grants g on g.tenant_id = ended.tenant_id and g.session_id = ended.id and g.revoked_at is null
        join applications a on a.tenant_id = g.tenant_id and a.id = g.registered_application_id
      where a.oidc_client_metadata ->> 'backchannelLogoutUri' is not null
      on conflict (tenant_id, session_id, application_id) do update
        set attempts = excluded.attempts, due_at = excluded.due_at, expires_at = excluded.expires_at
      """;

  private final Db db;

  SessionStore(Db db) {
    this.db = db;
  }

  Optional<Session> find(TenantId tenant, String secret, Instant now) {
    return db.find(
        tenant,
        """
        select s.id, s.user_id, s.auth_time, s.amr, s.acr, s.expires_at
        from sessions s join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
        where s.tenant_id = ? and s.secret_hash = ? and s.expires_at > ? and not u.is_suspended
        """,
        SessionStore::session,
        tenant,
        Digests.sha256(secret),
        now);
  }

  void insert(NewSession begun) {
    db.update(begun.at().id(), NewSession.INSERT, begun.arguments().toArray());
  }

  Session renew(
      TenantId tenant,
      Session session,
      String secret,
      Sessions.SignedIn signedIn,
      Instant expiresAt) {
    db.update(
        tenant,
        """
        update sessions set secret_hash = ?, auth_time = ?, amr = ?, ip = ?, user_agent = ?, application_id = ?,
          last_submission = ?, expires_at = ?
        where tenant_id = ? and id = ?
        """,
        Digests.sha256(secret),
        signedIn.at(),
        new Jsonb(JsonCodec.text(signedIn.amr())),
        signedIn.device().ip(),
        signedIn.device().userAgent(),
        signedIn.how().applicationId(),
        json(signedIn.how().submission()),
        expiresAt,
        tenant,
        session.id());
    return new Session(
        session.id(), session.userId(), signedIn.at(), signedIn.amr(), session.acr(), expiresAt);
  }

  void extend(TenantId tenant, String id, Instant expiresAt) {
    db.update(
        tenant,
        "update sessions set expires_at = ? where tenant_id = ? and id = ?",
        expiresAt,
        tenant,
        id);
  }

  /**
   * One statement: the session goes, and with it whatever hangs on it; grants lose their session or
   * are revoked; and a notice is written for each application that wants to hear it. When people
   * sign out themselves, grants that were not for offline access are revoked.
   *
   * @param due when the notices are told unless somebody has done so before
   */
  List<LogoutNotice> end(
      TenantId tenant, String id, Optional<RevokedGrants> revoked, Instant now, Instant due) {
    boolean signsOut = !now.equals(due);
    return db.query(
        tenant,
        """
        with ended as (
          delete from sessions where tenant_id = ? and id = ? returning tenant_id, id, user_id, endpoint),
        noticed as (\
        """
            + NOTICE
            + """
            returning session_id, application_id, user_id, endpoint),
            revoked as (
              update grants g set session_id = null, revoked_at = case
                when (? and not g.offline) or ? or (? and exists (
                  select from applications a
                  where a.tenant_id = g.tenant_id and a.id = g.registered_application_id and not a.is_third_party))
                then ?::timestamptz end
              from ended where g.tenant_id = ended.tenant_id and g.session_id = ended.id and g.revoked_at is null)
            select session_id, application_id, user_id, endpoint from noticed
            """,
        row ->
            new LogoutNotice(
                tenant,
                row.text("session_id"),
                row.text("application_id"),
                row.text("user_id"),
                row.textOrNull("endpoint")),
        tenant,
        id,
        signsOut ? 1 : 0,
        now,
        due,
        now.plus(LogoutNotice.LIFE),
        signsOut,
        revoked.filter(RevokedGrants.ALL::equals).isPresent(),
        revoked.filter(RevokedGrants.FIRST_PARTY::equals).isPresent(),
        now);
  }

  /**
   * The same for all sessions and all grants of a person, those too that have outlived their
   * session; answers how many notices there are.
   */
  int endAll(TenantId tenant, String userId, Instant now) {
    return db.one(
        tenant,
        """
        with ended as (
          delete from sessions where tenant_id = ? and user_id = ?),
        revoked as (
          update grants g set session_id = null, revoked_at = ?
          from grants before
          where before.tenant_id = ? and before.user_id = ? and before.revoked_at is null
            and g.tenant_id = before.tenant_id and g.id = before.id and g.revoked_at is null
          returning g.tenant_id, coalesce(g.begun_session_id, before.session_id) as session_id, g.user_id,
            g.registered_application_id),
        noticed as (
        """
            + LogoutNotice.OF_REVOKED
            + """
            )
            select count(*)::int as notices from noticed
            """,
        row -> row.integer("notices"),
        tenant,
        userId,
        now,
        tenant,
        userId,
        now,
        now,
        now.plus(LogoutNotice.LIFE));
  }

  private static @Nullable Jsonb json(@Nullable ObjectNode node) {
    return node == null ? null : new Jsonb(node.toString());
  }

  private static Session session(Row row) throws SQLException {
    return new Session(
        row.text("id"),
        row.text("user_id"),
        row.instant("auth_time"),
        List.of(JsonCodec.read(row.text("amr"), String[].class)),
        row.textOrNull("acr"),
        row.instant("expires_at"));
  }
}
