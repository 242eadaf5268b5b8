package io.gatehouse.access.resource;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with an API resource. */
public enum ResourceError implements ErrorCode {
  IDENTIFIER_IN_USE("resource.resource_identifier_in_use", 422),
  CANNOT_MODIFY_MANAGEMENT_API("resource.cannot_modify_management_api", 400),
  CANNOT_DELETE_MANAGEMENT_API("resource.cannot_delete_management_api", 400);

  private final String code;
  private final int status;

  ResourceError(String code, int status) {
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
