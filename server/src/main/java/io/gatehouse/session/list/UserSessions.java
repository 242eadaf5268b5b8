package io.gatehouse.session.list;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.Db;
import io.gatehouse.session.RevokedGrants;
import io.gatehouse.session.Sessions;
import io.gatehouse.session.notice.LogoutNotices;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The sessions and grants of people, as administrators and they themselves see and end them. */
@Singleton
public class UserSessions {
  private final UserSessionStore store;
  private final Sessions sessions;
  private final LogoutNotices notices;
  private final AdminAudit audit;
  private final Db db;
  private final InstantSource clock;

  UserSessions(
      UserSessionStore store,
      Sessions sessions,
      LogoutNotices notices,
      AdminAudit audit,
      Db db,
      InstantSource clock) {
    this.store = store;
    this.sessions = sessions;
    this.notices = notices;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  /** The live sessions, the newest first; none for somebody who does not exist. */
  public List<ListedSession> list(TenantId tenant, String userId) {
    return store.sessions(tenant, userId, clock.instant());
  }

  /** A live session, whosever it is. */
  public Optional<ListedSession> find(TenantId tenant, String sessionId) {
    return store.session(tenant, sessionId, clock.instant());
  }

  ListedSession get(TenantId tenant, String userId, String sessionId) {
    ListedSession session = find(tenant, sessionId).orElseThrow(SessionError.NOT_FOUND::exception);
    if (!userId.equals(session.accountId())) {
      throw SessionError.OF_ANOTHER.exception();
    }
    return session;
  }

  /** Ends the session, and those of its grants that would outlive it. */
  public void end(
      TenantId tenant,
      Actor actor,
      String userId,
      String sessionId,
      Optional<RevokedGrants> revoked) {
    ListedSession before = get(tenant, userId, sessionId);
    db.transaction(
        tenant,
        () -> {
          sessions.end(tenant, sessionId, revoked);
          audit.record(tenant, actor, AdminChange.taken("session", sessionId, "ended", before));
        });
  }

  /** What is granted at the moment; to the applications of the house, to others, or to all. */
  public List<ListedGrant> grants(TenantId tenant, String userId, Optional<AppType> type) {
    return store.grants(tenant, userId, type.map(AppType.THIRD_PARTY::equals), clock.instant());
  }

  /**
   * Takes a grant back, with every code and token that hangs on it; its application hears that the
   * person is signed out there. One that is over stays as it is.
   */
  public void revoke(TenantId tenant, Actor actor, String userId, String grantId) {
    Optional<ListedGrant> live =
        grants(tenant, userId, Optional.empty()).stream()
            .filter(grant -> grant.id().equals(grantId))
            .findFirst();
    db.transaction(
        tenant,
        () -> {
          boolean noticed =
              store
                  .revokeGrant(tenant, userId, grantId, clock.instant())
                  .orElseThrow(SessionError.NO_GRANT::exception);
          notices.tellSoon(noticed ? 1 : 0);
          live.ifPresent(before ->
              audit.record(tenant, actor, AdminChange.taken("grant", grantId, "revoked", before)));
        });
  }
}
