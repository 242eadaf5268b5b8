package io.gatehouse.enterprise.tokenset;

import io.gatehouse.platform.error.ErrorCode;

/** Why there is no token of a provider to be handed out. */
public enum TokenSetError implements ErrorCode {
  NOT_FOUND("secrets.third_party_token_set.token_not_found", 404),
  EXPIRED("secrets.third_party_token_set.access_token_expired", 401),
  /** The connector that brought it keeps none any more. */
  STORAGE_NOT_SUPPORTED("connector.token_storage_not_supported", 422);

  private final String code;
  private final int status;

  TokenSetError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }
}
