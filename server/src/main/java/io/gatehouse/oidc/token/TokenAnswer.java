package io.gatehouse.oidc.token;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer of the token endpoint. [RFC 6749 §5.1]
 *
 * @param expiresIn seconds
 * @param userId for the log
 * @param issuedTokenType what was got for another token [RFC 8693 §2.2.1]
 * @param details what the access token allows besides scopes [RFC 9396 §7]
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenAnswer(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("id_token") @Nullable String idToken,
    @JsonProperty("refresh_token") @Nullable String refreshToken,
    @JsonProperty("scope") @Nullable String scope,
    @JsonProperty("token_type") String tokenType,
    @JsonIgnore @Nullable String userId,
    @JsonProperty("issued_token_type") @Nullable String issuedTokenType,
    @JsonProperty("authorization_details") @Nullable ArrayNode details) {

  TokenAnswer(
      String accessToken,
      long expiresIn,
      @Nullable String idToken,
      @Nullable String refreshToken,
      @Nullable String scope,
      String tokenType,
      @Nullable String userId) {
    this(accessToken, expiresIn, idToken, refreshToken, scope, tokenType, userId, null, null);
  }

  TokenAnswer(
      String accessToken,
      long expiresIn,
      @Nullable String idToken,
      @Nullable String refreshToken,
      @Nullable String scope,
      String tokenType,
      @Nullable String userId,
      @Nullable String issuedTokenType) {
    this(
        accessToken,
        expiresIn,
        idToken,
        refreshToken,
        scope,
        tokenType,
        userId,
        issuedTokenType,
        null);
  }

  /** "The AS … returns … authorization_details as granted" [RFC 9396 §7]. */
  TokenAnswer with(@Nullable ArrayNode granted) {
    return new TokenAnswer(
        accessToken,
        expiresIn,
        idToken,
        refreshToken,
        scope,
        tokenType,
        userId,
        issuedTokenType,
        granted);
  }
}
