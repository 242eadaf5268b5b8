package io.gatehouse.access.role;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a role. */
public enum RoleError implements ErrorCode {
  NAME_IN_USE("role.name_in_use", 422),
  USER_EXISTS("role.user_exists", 422),
  APPLICATION_EXISTS("role.application_exists", 422),
  SCOPE_EXISTS("role.scope_exists", 422),
  MANAGEMENT_SCOPES_ARE_FOR_MACHINES("role.management_api_scopes_not_assignable_to_user_role", 400);

  private final String code;
  private final int status;

  RoleError(String code, int status) {
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
