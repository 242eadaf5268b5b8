package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.token.content.TokenRequest;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One grant of the token endpoint: what it asks of the request, and what it answers. [RFC 6749 §4]
 */
sealed interface Grant
    permits AuthorizationCodeGrant,
        RefreshTokenGrant,
        ClientCredentialsGrant,
        DeviceCodeGrant,
        JwtBearerGrant,
        BackchannelGrant,
        TokenExchangeGrant {

  /** The grants there are. */
  enum Kind {
    AUTHORIZATION_CODE("authorization_code", "AuthorizationCode", Client::mayRedeemCode),
    REFRESH_TOKEN("refresh_token", "RefreshToken", Client::mayRefresh),
    CLIENT_CREDENTIALS("client_credentials", "ClientCredentials", Client::mayUseClientCredentials),
    DEVICE_CODE(
        "urn:ietf:params:oauth:grant-type:device_code", "DeviceCode", Client::mayUseDeviceCode),
    TOKEN_EXCHANGE(
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "TokenExchange",
        Client::mayExchangeTokens),
    JWT_BEARER(
        "urn:ietf:params:oauth:grant-type:jwt-bearer", "JwtBearer", Client::mayPresentAssertions),
    BACKCHANNEL("urn:openid:params:grant-type:ciba", "Backchannel", Client::mayUseBackchannel);

    private static final String LOG_KEYS = "ExchangeTokenBy.";

    private final String parameter;
    private final String event;
    private final Predicate<Client> allowed;

    Kind(String parameter, String event, Predicate<Client> allowed) {
      this.parameter = parameter;
      this.event = event;
      this.allowed = allowed;
    }

    /** Its {@code grant_type}. */
    String parameter() {
      return parameter;
    }

    /** How the log calls it. */
    String logKey() {
      return LOG_KEYS + event;
    }

    /** How the log calls a request for this {@code grant_type}, whether there is such a grant. */
    static String logKey(@Nullable String parameter) {
      return Arrays.stream(values())
          .filter(kind -> kind.parameter.equals(parameter))
          .findFirst()
          .map(Kind::logKey)
          .orElse(LOG_KEYS + "Unknown");
    }

    /** Whether the client may use it. */
    boolean allowedFor(Client client) {
      return allowed.test(client);
    }
  }

  /** Which one it is. */
  Kind kind();

  /**
   * Redeems what the client presents.
   *
   * @throws io.gatehouse.protocol.OAuthException when it is not good for a token
   */
  TokenAnswer answer(TokenRequest request);
}
