package io.gatehouse.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.session.notice.LogoutNotice;
import io.gatehouse.session.notice.LogoutNotices;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of a tenant. */
@Singleton
public class Sessions {
  /**
   * Rewriting the expiry at every request would be a write a request; once in this part of the life
   * is often enough.
   */
  private static final int SLIDES_IN_A_LIFE = 100;

  private final SessionStore store;
  private final SessionSettings settings;
  private final LogoutNotices notices;
  private final InstantSource clock;

  Sessions(
      SessionStore store, SessionSettings settings, LogoutNotices notices, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * How and by whom a session was begun.
   *
   * @param how at which application, and by which steps
   */
  public record SignedIn(String userId, Instant at, List<String> amr, Device device, How how) {}

  /** The browser of a session. */
  public record Device(@Nullable String ip, @Nullable String userAgent) {}

  /**
   * Where and how a person signed in.
   *
   * @param applicationId the application that asked for it
   * @param submission what they showed, without secrets
   */
  public record How(String applicationId, @Nullable ObjectNode submission) {}

  /** A new session and the secret for its cookie, which is told only here. */
  public record Begun(Session session, String secret) {}

  /** The live session of the cookie's secret, unless its person is suspended. */
  public Optional<Session> find(TenantId tenant, @Nullable String secret) {
    return secret == null ? Optional.empty() : store.find(tenant, secret, clock.instant());
  }

  /**
   * Begins a session. One that the browser had before is ended: a cookie's secret never survives a
   * sign-in.
   */
  public Begun begin(Tenant at, SignedIn signedIn, @Nullable Session before) {
    TenantId tenant = at.id();
    if (before != null && before.userId().equals(signedIn.userId())) {
      String secret = Ids.token();
      return new Begun(
          store.renew(tenant, before, secret, signedIn, clock.instant().plus(life(tenant))),
          secret);
    }
    if (before != null) {
      end(tenant, before.id(), Optional.empty());
    }
    NewSession begun = prepare(at, signedIn);
    write(begun);
    return new Begun(begun.session(), begun.secret());
  }

  /** A session that begins in a browser without one; the caller has it written. */
  public NewSession prepare(Tenant at, SignedIn signedIn) {
    Instant now = clock.instant();
    Session session =
        new Session(
            Ids.standardId(),
            signedIn.userId(),
            signedIn.at(),
            signedIn.amr(),
            null,
            now.plus(life(at.id())));
    return new NewSession(at, session, Ids.token(), signedIn, now);
  }

  /** Writes a session that begins. */
  public void write(NewSession begun) {
    store.insert(begun);
  }

  /**
   * Keeps a session in use alive; answers the expiry that the cookie should have now, or null when
   * it stays as it is.
   */
  public @Nullable Instant slide(TenantId tenant, Session session) {
    Duration life = life(tenant);
    Instant fresh = clock.instant().plus(life);
    if (Duration.between(session.expiresAt(), fresh).compareTo(life.dividedBy(SLIDES_IN_A_LIFE))
        < 0) {
      return null;
    }
    store.extend(tenant, session.id(), fresh);
    return fresh;
  }

  /**
   * Ends the session with every code and token that was bound to it, and has its applications told.
   *
   * @param revoked which grants end too; what was granted besides stays, for the next session
   */
  public void end(TenantId tenant, String id, Optional<RevokedGrants> revoked) {
    Instant now = clock.instant();
    notices.tellSoon(store.end(tenant, id, revoked, now, now).size());
  }

  /**
   * The same at the person's own wish. The caller tells the applications at once; what does not
   * reach them is told again later.
   */
  public List<LogoutNotice> signOut(TenantId tenant, String id) {
    Instant now = clock.instant();
    return store.end(tenant, id, Optional.empty(), now, now.plus(LogoutNotice.FIRST_PAUSE));
  }

  /**
   * Ends all sessions of a person, with all their tokens: for suspension, deletion, a leaked
   * password.
   */
  public void endAll(TenantId tenant, String userId) {
    notices.tellSoon(store.endAll(tenant, userId, clock.instant()));
  }

  /** How long a session lives without use. */
  public Duration life(TenantId tenant) {
    return settings.life(tenant);
  }
}
