package io.gatehouse.access.scope;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a scope. */
public enum ScopeError implements ErrorCode {
  NAME_EXISTS("scope.name_exists", 422),
  NAME_WITH_SPACE("scope.name_with_space", 400),
  /** The scopes of a Management API are ours. */
  OF_MANAGEMENT_API("resource.cannot_modify_management_api", 400);

  private final String code;
  private final int status;

  ScopeError(String code, int status) {
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
