package io.gatehouse.oidc.logout;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.issue.IdTokenHints;
import io.gatehouse.oidc.issue.IdTokenHints.Hint;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.crypto.UnsealException;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.session.Session;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about requests to sign out.
 *
 * <p>Source: [OpenID Connect RP-Initiated Logout 1.0
 * §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
@Singleton
class LogoutEndpoint {
  private static final Duration FORM_LIFE = Duration.ofHours(1);
  private static final int LONGEST_FORM = 16_384;

  private final Clients clients;
  private final IdTokenHints hints;
  private final SubjectIdentifiers subjects;
  private final Sessions sessions;
  private final Sealer sealer;
  private final LogoutStore store;
  private final BackchannelLogout backchannel;
  private final InstantSource clock;

  LogoutEndpoint(
      Clients clients,
      IdTokenHints hints,
      SubjectIdentifiers subjects,
      Sessions sessions,
      Sealer sealer,
      LogoutStore store,
      BackchannelLogout backchannel,
      InstantSource clock) {
    this.clients = clients;
    this.hints = hints;
    this.subjects = subjects;
    this.sessions = sessions;
    this.sealer = sealer;
    this.store = store;
    this.backchannel = backchannel;
    this.clock = clock;
  }

  /**
   * A request that was confirmed.
   *
   * @param frames what the browser loads so that applications hear of it
   */
  record Ended(LogoutRequest request, List<String> frames) {}

  /** A checked request, and until when the session that it asks to end lives. */
  record Checked(LogoutRequest request, @Nullable Instant sessionEnds) {}

  /**
   * Checks a request.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request for a client that does not fit the
   *     hint, or a redirect URI that the client did not register
   */
  Checked check(Tenant tenant, Parameters parameters, @Nullable String sessionSecret) {
    Session session = sessions.find(tenant.id(), sessionSecret).orElse(null);
    String rawHint = parameters.get("id_token_hint");
    Optional<Hint> hint = Optional.ofNullable(rawHint).flatMap(text -> hints.read(tenant, text));
    String clientId = clientId(parameters, hint);
    Client client = clients.find(tenant, clientId).orElse(null);
    String redirectUri = parameters.get("post_logout_redirect_uri");
    if (client != null
        && redirectUri != null
        && !client.postLogoutRedirectUris().allow(redirectUri)) {
      throw OAuthError.INVALID_REQUEST.because("post_logout_redirect_uri not registered");
    }
    boolean hintFits =
        rawHint == null
            || (hint.isPresent()
                && (session == null
                    || session.userId().equals(subjects.person(tenant, hint.get().subject()))));
    boolean certain =
        client != null && hintFits && (hint.isPresent() || vouches(client, redirectUri));
    LogoutRequest request =
        new LogoutRequest(
            client == null ? null : client.id(),
            client == null || !hintFits ? null : redirectUri,
            parameters.get("state"),
            session == null ? null : session.id(),
            certain,
            clock.instant());
    return new Checked(request, session == null ? null : session.expiresAt());
  }

  /**
   * Whether an address of the client's is enough to sign out unasked, as the convention has it.
   * "The OP MUST ask the End-User this question if an id_token_hint was not provided" [RP-Initiated
   * Logout §2].
   */
  private static boolean vouches(Client client, @Nullable String redirectUri) {
    return redirectUri != null && !client.byTheLetter();
  }

  /** The request as a form field that only this server can have made. */
  String seal(Tenant tenant, LogoutRequest request) {
    return sealer.seal(JsonCodec.text(request), place(tenant));
  }

  /**
   * Ends the session if the person agrees.
   *
   * @param field what {@link #seal} made
   * @return what ended, or empty when the field is not one of ours, is old, or belongs to another
   *     browser
   */
  Optional<Ended> confirm(
      Tenant tenant, @Nullable String field, boolean agreed, @Nullable String sessionSecret) {
    LogoutRequest request = open(tenant, field);
    if (request == null || request.madeAt().plus(FORM_LIFE).isBefore(clock.instant())) {
      return Optional.empty();
    }
    Session session = sessions.find(tenant.id(), sessionSecret).orElse(null);
    if (session != null && !Objects.equals(session.id(), request.sessionId())) {
      return Optional.empty();
    }
    return Optional.of(
        new Ended(request, agreed && session != null ? end(tenant, session) : List.of()));
  }

  /** Ends the session, and tells the applications that the person used in it. */
  private List<String> end(Tenant tenant, Session session) {
    List<Client> used =
        store.applications(tenant.id(), session.id()).stream()
            .flatMap(id -> clients.find(tenant, id).stream())
            .toList();
    backchannel.tell(sessions.signOut(tenant.id(), session.id()));
    return FrontchannelLogout.frames(tenant, used, session.id());
  }

  /** "If both client_id and id_token_hint are present, the OP MUST verify that [they] match". */
  private static @Nullable String clientId(Parameters parameters, Optional<Hint> hint) {
    String named = parameters.get("client_id");
    if (named != null && hint.isPresent() && !hint.get().clientId().equals(named)) {
      throw OAuthError.INVALID_REQUEST.because(
          "client_id does not match the provided id_token_hint");
    }
    return named != null ? named : hint.map(Hint::clientId).orElse(null);
  }

  private @Nullable LogoutRequest open(Tenant tenant, @Nullable String field) {
    if (field == null || field.length() > LONGEST_FORM) {
      return null;
    }
    try {
      return JsonCodec.read(sealer.open(field, place(tenant)), LogoutRequest.class);
    } catch (UnsealException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Seal place(Tenant tenant) {
    return new Seal(tenant.id().value(), "logout", "form");
  }
}
