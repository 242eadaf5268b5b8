package io.gatehouse.interaction.step;

import io.gatehouse.platform.error.ErrorCode;

/** What can go wrong at a step of a sign-in. */
public enum StepError implements ErrorCode {
  FORBIDDEN("auth.forbidden", 403),
  RECORD_NOT_FOUND("session.verification_session_not_found", 404),
  NOT_VERIFIED("session.verification_failed", 400),
  INVALID_CREDENTIALS("session.invalid_credentials", 422),
  IDENTIFIER_NOT_FOUND("session.identifier_not_found", 404),
  IDENTITY_CONFLICT("session.identity_conflict", 409),
  NOT_FOR_FORGOT_PASSWORD("session.not_supported_for_forgot_password", 400),
  METHOD_NOT_FOR_FORGOT_PASSWORD("session.not_supported_for_forgot_password", 422),
  INVALID_EVENT("session.invalid_interaction_type", 400),
  INSUFFICIENT_INFO("session.insufficient_info", 400),
  INVALID_CONNECTOR("session.invalid_connector_id", 422),
  /** The page's token of the provider's prompt is not the browser's. */
  PROMPT_FORGED("session.csrf_token_mismatch", 400),
  /** The credential of a prompt is not the one that the browser brought. */
  PROMPT_OF_ANOTHER_BROWSER("session.google_one_tap.cookie_mismatch", 400),
  CONNECTOR_SESSION_NOT_FOUND("session.connector_validation_session_not_found", 400),
  CAPTCHA_FAILED("session.captcha_failed", 422),
  CAPTCHA_REQUIRED("session.captcha_required", 422),
  METHOD_NOT_ENABLED("user.sign_in_method_not_enabled", 422),
  USER_NOT_FOUND("user.user_not_exist", 404),
  SOCIAL_IDENTITY_NOT_FOUND("user.identity_not_exist", 404),
  SSO_IDENTITY_NOT_FOUND("user.sso_identity_not_exist", 404),
  SSO_ENABLED("session.sso_enabled", 422),
  MISSING_PROFILE("user.missing_profile", 422),
  NEW_PASSWORD_REQUIRED("user.new_password_required_in_profile", 422),
  SAME_PASSWORD("user.same_password", 422),
  USERNAME_EXISTS("user.username_exists_in_profile", 422),
  EMAIL_EXISTS("user.email_exists_in_profile", 422),
  PHONE_EXISTS("user.phone_exists_in_profile", 422),
  PASSWORD_EXISTS("user.password_exists_in_profile", 422),
  PASSWORD_EXPIRED("password.expired", 422);

  private final String code;
  private final int status;

  StepError(String code, int status) {
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
