package io.gatehouse.enterprise;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a connector of enterprise single sign-on, and with a sign-in by it. */
public enum SsoError implements ErrorCode {
  UNKNOWN_PROVIDER("connector.not_found", 422),
  NO_SUCH_PROVIDER("connector.not_found", 404),
  INVALID_CONFIG("connector.invalid_config", 400),
  INVALID_METADATA("connector.invalid_metadata", 400),
  INVALID_CERTIFICATE("connector.invalid_certificate", 400),
  TOKEN_STORAGE_NOT_SUPPORTED("connector.token_storage_not_supported", 400),
  FORBIDDEN_DOMAINS("single_sign_on.forbidden_domains", 422),
  DUPLICATED_DOMAINS("single_sign_on.duplicated_domains", 422),
  DUPLICATE_NAME("single_sign_on.duplicate_connector_name", 409),
  SIGNING_KEY_REQUIRED("single_sign_on.active_signing_key_required", 400),
  SIGNING_KEY_IN_USE("single_sign_on.can_not_deactivate_signing_key_in_use", 400),
  SIGNING_KEY_ACTIVE("single_sign_on.can_not_delete_active_signing_key", 400),
  SIGNING_UNAVAILABLE("single_sign_on.sso_signing_unavailable", 500),
  IDP_INITIATED_NOT_SUPPORTED("single_sign_on.idp_initiated_authentication_not_supported", 400),
  IDP_INITIATED_APPLICATION(
      "single_sign_on.idp_initiated_authentication_invalid_application_type", 400),
  IDP_INITIATED_REDIRECT_URI(
      "single_sign_on.idp_initiated_authentication_redirect_uri_not_registered", 400),
  IDP_INITIATED_NO_REDIRECT_URI("oidc.invalid_redirect_uri", 400),
  UNEXPECTED_TYPE("connector.unexpected_type", 400),
  SESSION_NOT_FOUND("session.not_found", 400),
  TRIP_NOT_FOUND("session.connector_validation_session_not_found", 404),
  TRIP_OVER("session.connector_validation_session_not_found", 400);

  private final String code;
  private final int status;

  SsoError(String code, int status) {
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
