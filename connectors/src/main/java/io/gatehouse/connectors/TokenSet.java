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

  /** Tokens do not belong in logs. */
  @Override
  public String toString() {
    return "TokenSet[" + tokenType + ", scope=" + scope + ", expiresIn=" + expiresIn + "]";
  }
}
