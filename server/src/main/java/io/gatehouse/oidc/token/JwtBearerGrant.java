package io.gatehouse.oidc.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.client.AuthorizationDetails;
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
import org.jspecify.annotations.Nullable;

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
  private final AuthorizationDetails details;

  JwtBearerGrant(
      TokenStore transactions,
      TokenExchangeStore store,
      Standings standings,
      Assertions assertions,
      UserTokens tokens,
      AuthorizationDetails details) {
    this.transactions = transactions;
    this.store = store;
    this.standings = standings;
    this.assertions = assertions;
    this.tokens = tokens;
    this.details = details;
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
    Redeemed redeemed = standing.redeemed(request.now(), null, said(request, genuine));
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
            redeemed.user().id())
        .with(access.details());
  }

  /**
   * What the issuer says that the person allows in detail, as nobody else has asked them: "the AS
   * checks whether the underlying grant … allows the issuance" [RFC 9396 §6].
   */
  private @Nullable ArrayNode said(TokenRequest request, Assertions.Genuine genuine) {
    return details.read(request.tenant(), request.caller().client(), genuine.details());
  }

  private static OAuthException refused() {
    return OAuthError.INVALID_GRANT.because("nobody here is the subject of the assertion");
  }
}
