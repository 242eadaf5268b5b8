package io.gatehouse.oidc.authorize;

import io.gatehouse.oidc.issue.Acr;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.session.Session;
import java.time.Duration;
import java.time.Instant;

/** What a request demands of the sign-in that its answer is about. */
final class Demands {
  private Demands() {}

  /**
   * Whether the session will not do, so that the person has to sign in (again).
   *
   * @param begun whether it has begun for this request, which only an order of the client's makes
   *     ask once more
   */
  static boolean mustSignIn(
      AuthorizationRequest request, Session session, boolean begun, Instant now) {
    if (request.asks(Prompt.LOGIN) || request.asks(Prompt.SELECT_ACCOUNT)) {
      return true;
    }
    Long maxAge = request.maxAge();
    // Zero asks for a sign-in now, however short ago the last one was.
    if (maxAge != null
        && (maxAge == 0 || Duration.between(session.authTime(), now).toSeconds() > maxAge)) {
      return true;
    }
    if (request.hintedUser() != null && !request.hintedUser().equals(session.userId())) {
      return true;
    }
    return tooWeak(request, session) || !begun && weakerThanWished(request, session);
  }

  /**
   * "The Authorization Server MUST NOT reply with an ID Token or Access Token for a different user"
   * [OpenID Connect Core §3.1.2.2]
   */
  static void requireMeant(AuthorizationRequest asked, String userId) {
    if (asked.hintedUser() != null && !asked.hintedUser().equals(userId)) {
      throw OAuthError.LOGIN_REQUIRED.because("somebody else signed in than the request is for");
    }
  }

  /**
   * Whether the client would rather have several factors, and the person may be asked for them.
   * That is how a resource gets what it missed: it names the strength, and the client asks with
   * {@code acr_values} [RFC 9470 §4].
   */
  private static boolean weakerThanWished(AuthorizationRequest request, Session session) {
    return request.claims() != null
        && request.claims().prefersSeveralFactors()
        && Acr.of(session.amr()) != Acr.MULTI_FACTOR
        && !request.asks(Prompt.NONE);
  }

  /**
   * Whether the sign-in lacks the strength that the client cannot do without. [OpenID Connect Core
   * §5.5.1.1]
   */
  static boolean tooWeak(AuthorizationRequest request, Session session) {
    return request.claims() != null && !request.claims().accepts(Acr.of(session.amr()));
  }
}
