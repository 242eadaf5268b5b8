package io.gatehouse.application.saml;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a SAML application. */
public enum SamlError implements ErrorCode {
  SAML_ONLY("application.saml.saml_application_only", 422),
  BINDING_NOT_SUPPORTED("application.saml.acs_url_binding_not_supported", 422),
  ENTITY_ID_REQUIRED("application.saml.entity_id_required", 400),
  ACS_URL_REQUIRED("application.saml.acs_url_required", 400),
  ACS_URL_SCHEME("application.saml.acs_url_scheme_not_supported", 400),
  INVALID_REQUEST("application.saml.invalid_saml_request", 400),
  OTHER_ISSUER("application.saml.auth_request_issuer_not_match", 400),
  NO_COOKIE("application.saml.sp_initiated_saml_sso_session_not_found_in_cookies", 400),
  NO_SESSION("application.saml.sp_initiated_saml_sso_session_not_found", 400),
  OTHER_STATE("application.saml.state_mismatch", 400),
  EMAIL_MISSING("application.saml.missing_email_address", 400),
  CERTIFICATE_INVALID("application.saml.invalid_certificate_pem_format", 400),
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
