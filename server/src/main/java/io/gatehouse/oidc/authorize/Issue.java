package io.gatehouse.oidc.authorize;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.oidc.session.SessionState;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.Session;
import io.gatehouse.session.grant.Grant;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code about to be issued.
 *
 * @param known whether the grant is in the database as it is
 * @param described what the grant of a client that nobody has registered keeps of it
 * @param accessToken one that goes with the browser
 * @param scope what the code's tokens may have: asked and granted
 */
record Issue(
    AuthorizationRequest request,
    Session session,
    Grant grant,
    boolean known,
    @Nullable Described described,
    Scopes scope,
    String code,
    @Nullable String accessToken,
    Instant now) {
  /**
   * "A maximum authorization code lifetime of 10 minutes is RECOMMENDED" [RFC 6749 §4.1.2]; ours is
   * a minute.
   */
  static final Duration CODE_LIFE = Duration.ofSeconds(60);

  /** After this a person is asked again. */
  static final Duration GRANT_LIFE = Duration.ofDays(180);

  /**
   * A client as it described itself when the person agreed.
   *
   * @param organization the one organization that the person let it into
   */
  record Described(String name, @Nullable String logo, @Nullable String organization) {
    static @Nullable Described of(Client client, @Nullable String organization) {
      return client.describesItself()
          ? new Described(
              client.application().name(),
              client.application().oidcClientMetadata().logoUri(),
              organization)
          : null;
    }
  }

  /** The part of it that is the provider's own, which an opaque token can have. */
  Scopes openScope() {
    return OidcScopes.of(scope).and(grant.scope());
  }

  /**
   * By which the application's page finds out that the sign-in is over; null where its scopes or
   * redirect URI have no place for it.
   */
  @Nullable String sessionState() {
    return request.scopes().has(Scopes.OPENID)
        ? SessionState.of(session.id(), request.clientId(), request.redirectUri())
        : null;
  }

  /** Without offline access the code and its tokens end with the session. */
  boolean boundToSession() {
    return !scope.has(Scopes.OFFLINE_ACCESS);
  }
}
