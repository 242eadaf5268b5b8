package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.token.TokenExchangeStore.Standing;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.oidc.token.content.UserTokens;
import io.gatehouse.oidc.token.content.UserTokens.AccessToken;
import io.gatehouse.oidc.token.exchange.SubjectType;
import io.gatehouse.oidc.token.exchange.Subjects;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Scopes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that stands for a person for an access token of the client's own, with what that person
 * may do and the client asks. Nothing of the presented token's scope counts; what it allows in
 * detail stays, where the client may have it, for only the person could give that.
 *
 * <p>Source: [RFC 8693 §2](https://www.rfc-editor.org/rfc/rfc8693#section-2)
 */
@Singleton
final class TokenExchangeGrant implements Grant {
  private final TokenStore transactions;
  private final TokenExchangeStore store;
  private final Standings standings;
  private final Subjects subjects;
  private final UserTokens tokens;
  private final AuthorizationDetails details;

  TokenExchangeGrant(
      TokenStore transactions,
      TokenExchangeStore store,
      Standings standings,
      Subjects subjects,
      UserTokens tokens,
      AuthorizationDetails details) {
    this.transactions = transactions;
    this.store = store;
    this.standings = standings;
    this.subjects = subjects;
    this.tokens = tokens;
    this.details = details;
  }

  @Override
  public Kind kind() {
    return Kind.TOKEN_EXCHANGE;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    Parameters form = request.parameters();
    var subject =
        new Subjects.Presented(form.required("subject_token"), form.required("subject_token_type"));
    String actorToken = form.get("actor_token");
    var actor =
        actorToken == null
            ? null
            : new Subjects.Presented(actorToken, form.required("actor_token_type"));
    return transactions
        .atOnce(request.tenant().id(), () -> Optional.of(exchange(request, subject, actor)))
        .orElseThrow();
  }

  /** Any refusal takes the transaction back, so that a token to act as a person is not used up. */
  private TokenAnswer exchange(
      TokenRequest request, Subjects.Presented subject, Subjects.@Nullable Presented actor) {
    Subjects.Subject found =
        subjects
            .subject(request.tenant(), subject, request.now())
            .orElseThrow(TokenExchangeGrant::refused);
    Standing standing =
        standings.of(request, found.person()).orElseThrow(TokenExchangeGrant::refused);
    Redeemed redeemed =
        standing.redeemed(
            request.now(),
            new Redeemed.Exchanged(actor == null ? null : acting(request, actor), found.context()),
            details.allowed(request.caller().client(), found.details()));
    Scopes asked = redeemed.scope();
    AccessToken access = tokens.accessToken(request, redeemed, asked);
    store.write(request, redeemed, access);
    return new TokenAnswer(
            access.value(),
            access.life().toSeconds(),
            null,
            null,
            access.scope().toString(),
            Confirmation.tokenType(request.confirmation()),
            redeemed.user().id(),
            SubjectType.ACCESS_TOKEN.urn())
        .with(access.details());
  }

  private String acting(TokenRequest request, Subjects.Presented actor) {
    return subjects
        .actor(request.tenant(), actor, request.now())
        .orElseThrow(TokenExchangeGrant::refused);
  }

  private static OAuthException refused() {
    return OAuthError.INVALID_GRANT.because("grant request is invalid");
  }
}
