package io.gatehouse.oidc.authorize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.PublicState;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.session.NewSession;
import io.gatehouse.session.Session;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Begins the session of somebody who comes back from having signed in, and renews one in use. In a
 * browser that had none it is written together with what is issued to it, or by {@link #write}
 * where nothing is.
 */
@Singleton
class SessionStart {
  private final Sessions sessions;
  private final Situations situations;
  private final InstantSource clock;

  SessionStart(Sessions sessions, Situations situations, InstantSource clock) {
    this.sessions = sessions;
    this.situations = situations;
    this.clock = clock;
  }

  /** A session that has begun. */
  static final class Begun {
    private final Sessions.Begun begun;
    private final boolean watched;
    private final boolean newcomer;
    private @Nullable NewSession unwritten;

    private Begun(
        Sessions.Begun begun, boolean watched, boolean newcomer, @Nullable NewSession unwritten) {
      this.begun = begun;
      this.watched = watched;
      this.newcomer = newcomer;
      this.unwritten = unwritten;
    }

    /** The cookie that the browser should have from now on. */
    Outcome.SessionCookie cookie() {
      Session session = begun.session();
      return new Outcome.SessionCookie(session.id(), begun.secret(), session.expiresAt(), watched);
    }

    /** Whether the person uses their first application with it. */
    boolean newcomer() {
      return newcomer;
    }

    /** What is still to be written of it; whoever takes it writes it. */
    @Nullable NewSession take() {
      NewSession taken = unwritten;
      unwritten = null;
      return taken;
    }
  }

  /** Of whom the interaction's result names. */
  Begun of(Tenant tenant, Client client, Interactions.Taken taken, Browser browser) {
    Interaction interaction = taken.interaction();
    InteractionResult result = Objects.requireNonNull(interaction.result());
    var how = new Sessions.How(client.id(), submission(interaction, browser));
    var signedIn =
        new Sessions.SignedIn(
            Objects.requireNonNull(result.userId()),
            clock.instant(),
            result.amr() == null ? List.of() : result.amr(),
            new Sessions.Device(browser.ip(), browser.userAgent()),
            how);
    boolean watched = client.application().strictOidc();
    Session before = sessions.find(tenant.id(), browser.sessionSecret()).orElse(null);
    if (before != null) {
      return new Begun(sessions.begin(tenant, signedIn, before), watched, taken.newcomer(), null);
    }
    NewSession fresh = sessions.prepare(tenant, signedIn);
    return new Begun(
        new Sessions.Begun(fresh.session(), fresh.secret()), watched, taken.newcomer(), fresh);
  }

  /** What the person showed, and what a proxy told of where they were. */
  private static @Nullable ObjectNode submission(Interaction interaction, Browser browser) {
    ObjectNode shown = InteractionState.of(interaction).map(PublicState::of).orElse(null);
    if (shown != null && !browser.injected().isEmpty()) {
      ObjectNode context = shown.putObject("signInContext");
      browser.injected().forEach(context::put);
    }
    return shown;
  }

  /**
   * Where the browser stands with it. In a new session nothing is granted; the database is asked
   * only for what the person's roles or the application's access control allow.
   */
  Optional<Situation> situation(
      Tenant tenant,
      Client client,
      AuthorizationRequest request,
      Begun begun,
      Interactions.Taken taken) {
    if (begun.unwritten != null
        && request.resources().isEmpty()
        && !client.application().restricted()) {
      return taken.suspended()
          ? Optional.empty()
          : Optional.of(new Situation(begun.begun.session(), null, Map.of(), true));
    }
    write(begun);
    return situations.of(tenant, client, request, begun.begun.secret());
  }

  /** A session in use lives on: the cookie that the browser should have from now on. */
  Outcome.@Nullable SessionCookie renewed(
      Tenant tenant, Client client, Session session, Browser browser) {
    String secret = browser.sessionSecret();
    if (secret == null) {
      return null;
    }
    Instant fresh = sessions.slide(tenant.id(), session);
    return new Outcome.SessionCookie(
        session.id(),
        secret,
        fresh == null ? session.expiresAt() : fresh,
        client.application().strictOidc());
  }

  /** Writes it, unless it is written already. */
  void write(@Nullable Begun begun) {
    NewSession unwritten = begun == null ? null : begun.take();
    if (unwritten != null) {
      sessions.write(unwritten);
    }
  }
}
