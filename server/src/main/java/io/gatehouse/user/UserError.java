package io.gatehouse.user;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a person's account. */
public enum UserError implements ErrorCode {
  USERNAME_IN_USE("user.username_already_in_use", 422),
  EMAIL_IN_USE("user.email_already_in_use", 422),
  PHONE_IN_USE("user.phone_already_in_use", 422),
  IDENTITY_IN_USE("user.identity_already_in_use", 422),
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
  public static UserError inUse(IdentifierType type) {
    return switch (type) {
      case USERNAME -> USERNAME_IN_USE;
      case EMAIL -> EMAIL_IN_USE;
      case PHONE -> PHONE_IN_USE;
    };
  }
}
