package io.gatehouse.oidc.saml;

import io.gatehouse.platform.error.ErrorCode;

/** Why an authorization of a SAML application came to nothing, by the provider's own codes. */
enum CallbackError implements ErrorCode {
  INVALID_REDIRECT_URI("oidc.invalid_redirect_uri"),
  INVALID_REQUEST("oidc.invalid_request"),
  INVALID_TOKEN("oidc.invalid_token"),
  ACCESS_DENIED("oidc.access_denied");

  private final String code;

  CallbackError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return 400;
  }
}
