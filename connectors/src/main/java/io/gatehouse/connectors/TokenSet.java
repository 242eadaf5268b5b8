package io.gatehouse.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A provider's tokens, under their names on the wire.
 *
 * @param expiresIn seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenSet(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") @Nullable Long expiresIn,
    @JsonProperty("refresh_token") @Nullable String refreshToken,
    @JsonProperty("scope") @Nullable String scope,
    @JsonProperty("id_token") @Nullable String idToken) {

  /** The same with the refresh token of an earlier set where this one came without. */
  public TokenSet orRefreshedBy(TokenSet earlier) {
    return refreshToken != null
        ? this
        : new TokenSet(accessToken, tokenType, expiresIn, earlier.refreshToken, scope, idToken);
  }

  /** Tokens do not belong in logs. */
  @Override
  public String toString() {
    return "TokenSet[" + tokenType + ", scope=" + scope + ", expiresIn=" + expiresIn + "]";
  }
}
