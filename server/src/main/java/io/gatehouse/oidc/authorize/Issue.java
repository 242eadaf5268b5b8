package io.gatehouse.oidc.authorize;

import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.Session;
import io.gatehouse.session.grant.Grant;
import java.time.Duration;
import java.time.Instant;

/**
 * A code about to be issued.
 *
 * @param known whether the grant is in the database as it is
 * @param scope what the code's tokens may have: asked and granted
 */
record Issue(
    AuthorizationRequest request,
    Session session,
    Grant grant,
    boolean known,
    Scopes scope,
    String code,
    Instant now) {
  /**
   * "A maximum authorization code lifetime of 10 minutes is RECOMMENDED" [RFC 6749 §4.1.2]; ours is
   * a minute.
   */
  static final Duration CODE_LIFE = Duration.ofSeconds(60);

  /** After this a person is asked again. */
  static final Duration GRANT_LIFE = Duration.ofDays(180);

  /** Without offline access the code and its tokens end with the session. */
  boolean boundToSession() {
    return !scope.has(Scopes.OFFLINE_ACCESS);
  }
}
