package io.gatehouse.oidc.token;

import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.token.TokenExchangeStore.Standing;
import io.gatehouse.oidc.token.assertion.Assertions;
import io.gatehouse.oidc.token.content.Redeemed;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.oidc.token.content.UserTokens;
import io.gatehouse.oidc.token.content.UserTokens.AccessToken;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Somebody's word about a person for an access token, with what that person may do and the client
 * asks, once; from issuers that the application trusts.
 *
 * <p>Source: [RFC 7523 §2.1](https://www.rfc-editor.org/rfc/rfc7523#section-2.1)
 */
@Singleton
final class JwtBearerGrant implements Grant {
  private final TokenStore transactions;
  private final TokenExchangeStore store;
  private final Standings standings;
  private final Assertions assertions;
  private final UserTokens tokens;

  JwtBearerGrant(
      TokenStore transactions,
      TokenExchangeStore store,
      Standings standings,
      Assertions assertions,
      UserTokens tokens) {
    this.transactions = transactions;
    this.store = store;
    this.standings = standings;
    this.assertions = assertions;
    this.tokens = tokens;
  }

  @Override
  public Kind kind() {
    return Kind.JWT_BEARER;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    String assertion = request.parameters().required("assertion");
    Assertions.Genuine genuine =
        assertions.check(request.tenant(), request.clientId(), assertion, request.now());
    return transactions
        .atOnce(request.tenant().id(), () -> Optional.of(issue(request, genuine)))
        .orElseThrow();
  }

  /** Any refusal takes the transaction back, so that the assertion is not used up. */
  private TokenAnswer issue(TokenRequest request, Assertions.Genuine genuine) {
    String person = assertions.use(request.tenant(), genuine).orElseThrow(JwtBearerGrant::refused);
    Standing standing = standings.of(request, person).orElseThrow(JwtBearerGrant::refused);
    Redeemed redeemed = standing.redeemed(request.now(), null);
    AccessToken access = tokens.accessToken(request, redeemed, redeemed.scope());
    if (access.stored()) {
      store.write(request, redeemed, access);
    }
    return new TokenAnswer(
        access.value(),
        access.life().toSeconds(),
        null,
        null,
        access.scope().toString(),
        Confirmation.tokenType(request.confirmation()),
        redeemed.user().id());
  }

  private static OAuthException refused() {
    return OAuthError.INVALID_GRANT.because("nobody here is the subject of the assertion");
  }
}
