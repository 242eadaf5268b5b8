package io.gatehouse.domain;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a domain. */
enum DomainError implements ErrorCode {
  IN_USE("domain.domain_in_use", 422),
  NOT_ALLOWED("domain.domain_is_not_allowed", 400),
  TOO_MANY("domain.exceed_domain_limit", 422);

  private final String code;
  private final int status;

  DomainError(String code, int status) {
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
