package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;

/**
 * One grant of the token endpoint: what it asks of the request, and what it answers. [RFC 6749 §4]
 */
sealed interface Grant
    permits AuthorizationCodeGrant,
        RefreshTokenGrant,
        ClientCredentialsGrant,
        DeviceCodeGrant,
        TokenExchangeGrant {

  /** Its {@code grant_type}. */
  String type();

  /** How the log calls it. */
  String logKey();

  /** Whether the client may use it. */
  boolean allowedFor(Client client);

  /**
   * Redeems what the client presents.
   *
   * @throws io.gatehouse.protocol.OAuthException when it is not good for a token
   */
  TokenAnswer answer(TokenRequest request);
}
