package io.gatehouse.user;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a person's account. */
public enum UserError implements ErrorCode {
  USERNAME_IN_USE("user.username_already_in_use", 422),
  EMAIL_IN_USE("user.email_already_in_use", 422),
  PHONE_IN_USE("user.phone_already_in_use", 422),
  IDENTITY_IN_USE("user.identity_already_in_use", 422),
  USERNAME_REQUIRED("user.username_required", 422),
  USERNAME_STARTS_WITH_NUMBER("user.username_starts_with_number", 422),
  USERNAME_INVALID_CHARSET("user.username_invalid_charset_hard", 422),
  USERNAME_TOO_SHORT("user.username_too_short", 422),
  USERNAME_TOO_LONG("user.username_too_long", 422),
  USERNAME_UPPERCASE("user.username_uppercase_not_allowed", 422),
  USERNAME_LOWERCASE("user.username_lowercase_not_allowed", 422),
  USERNAME_NUMBERS("user.username_numbers_not_allowed", 422),
  USERNAME_UNDERSCORE("user.username_underscore_not_allowed", 422),
  SUSPENDED("user.suspended", 401);

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
  public static UserError inUse(Identifier.Type type) {
    return switch (type) {
      case USERNAME -> USERNAME_IN_USE;
      case EMAIL -> EMAIL_IN_USE;
      case PHONE -> PHONE_IN_USE;
    };
  }
}
