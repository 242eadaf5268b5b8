package io.gatehouse.enterprise.tokenset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.connectors.TokenSet;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider's access token, as its person reads it; the names are those of RFC 6749 §5.1.
 *
 * @param expiresIn seconds that are left
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProviderAccess(
    @JsonProperty("access_token") String accessToken,
    @Nullable String scope,
    @JsonProperty("token_type") @Nullable String tokenType,
    @JsonProperty("expires_in") @Nullable Long expiresIn) {

  public static ProviderAccess of(TokenSet tokens, @Nullable Instant expiresAt, Instant now) {
    return new ProviderAccess(
        tokens.accessToken(),
        tokens.scope(),
        tokens.tokenType(),
        expiresAt == null ? null : Duration.between(now, expiresAt).toSeconds());
  }

  /** Tokens do not belong in logs. */
  @Override
  public String toString() {
    return "ProviderAccess[" + tokenType + ", scope=" + scope + ", expiresIn=" + expiresIn + "]";
  }
}
