package io.gatehouse.user;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a person's account. */
public enum UserError implements ErrorCode {
  USERNAME_IN_USE("user.username_already_in_use", 422),
  EMAIL_IN_USE("user.email_already_in_use", 422),
  PHONE_IN_USE("user.phone_already_in_use", 422),
  IDENTITY_IN_USE("user.identity_already_in_use", 422),
  /** One that the operator names is not there. */
  DEFAULT_ROLE_MISSING("role.default_role_missing", 400),
  SUSPENDED("user.suspended", 401),
  INVALID_PHONE("user.invalid_phone", 422),
  INVALID_ROLE_TYPE("user.invalid_role_type", 422),
  IDENTITY_NOT_EXIST("user.identity_not_exist", 404),
  PASSWORD_AND_DIGEST("user.password_and_digest", 400),
  PASSWORD_ALGORITHM_REQUIRED("user.password_algorithm_required", 400),
  TOKEN_NAME_EXISTS("user.personal_access_token_name_exists", 422),
  SSO_IDENTITY_NOT_EXIST("user.enterprise_sso_identity_not_exists", 404),
  TOTP_IN_USE("user.totp_already_in_use", 422),
  TOTP_SECRET_INVALID("user.totp_secret_invalid", 422),
  BACKUP_CODE_IN_USE("user.backup_code_already_in_use", 422),
  TOTP_CODE_INVALID("session.mfa.invalid_totp_code", 400),
  WRONG_BACKUP_CODE_FORMAT("user.wrong_backup_code_format", 422),
  BACKUP_CODE_ALONE("session.mfa.backup_code_can_not_be_alone", 422),
  /** Of one's own account: nobody locks themself out. */
  LAST_SIGN_IN_METHOD("user.last_sign_in_method_required", 400),
  /** The person has another identity of this provider already. */
  IDENTITY_THERE("user.identity_already_in_use", 400),
  IDENTITY_NOT_OWN("user.identity_not_exists_in_current_user", 422),
  CANNOT_DELETE_SELF("user.cannot_delete_self", 400),
  WRONG_PASSWORD("session.invalid_credentials", 422),
  PASSWORD_EXPIRATION_NOT_ENABLED("sign_in_experiences.password_expiration_not_enabled", 400);

  private final String code;
  private final int status;

  UserError(String code, int status) {
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

  /** That another person has this identifier. */
  public static UserError inUse(IdentifierType type) {
    return switch (type) {
      case USERNAME -> USERNAME_IN_USE;
      case EMAIL -> EMAIL_IN_USE;
      case PHONE -> PHONE_IN_USE;
    };
  }
}
