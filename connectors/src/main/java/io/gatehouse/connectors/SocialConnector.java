package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Lets people sign in with an account they have elsewhere. */
public non-sealed interface SocialConnector extends Connector {

  /** The address at the provider that the person's browser is sent to. */
  URI authorizationUri(AuthorizationRequest request, JsonNode config, Outside outside);

  /**
   * Who came back: redeems what the browser brought for the person's profile, and the provider's
   * tokens where it hands them out.
   */
  Answer complete(SocialCallback callback, JsonNode config, Outside outside);

  /**
   * Whether the provider has a prompt within pages, whose {@code credential} proves who somebody is
   * without a trip there: {@link #complete} takes it then.
   */
  default boolean prompts() {
    return false;
  }

  /**
   * New tokens for a stored refresh token. Only connectors whose metadata says {@code
   * isTokenStorageSupported} can do this.
   *
   * @throws ConnectorException {@link ConnectorError#NOT_IMPLEMENTED} by the others
   */
  default TokenSet refresh(String refreshToken, JsonNode config, Outside outside) {
    throw ConnectorError.NOT_IMPLEMENTED.exception();
  }

  /**
   * The end of a social sign-in.
   *
   * @param tokens what may be stored for later calls to the provider; null where the connector does
   *     not support it
   */
  record Answer(SocialUserInfo user, @Nullable TokenSet tokens) {
    public Answer(SocialUserInfo user) {
      this(user, null);
    }
  }
}
