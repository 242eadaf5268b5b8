package io.gatehouse.application.saml;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a SAML application. */
public enum SamlError implements ErrorCode {
  SAML_ONLY("application.saml.saml_application_only", 422),
  BINDING_NOT_SUPPORTED("application.saml.acs_url_binding_not_supported", 422),
  SECRET_ACTIVE("application.saml.can_not_delete_active_secret", 400),
  ACCESS_RULES_MISSING("request.invalid_input", 422);

  private final String code;
  private final int status;

  SamlError(String code, int status) {
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
