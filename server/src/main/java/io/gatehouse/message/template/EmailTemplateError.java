package io.gatehouse.message.template;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a request about e-mail templates. */
enum EmailTemplateError implements ErrorCode {
  /** Nobody deletes all templates by leaving out a parameter. */
  NO_FILTER("connector.email_connector.bulk_deletion_no_filter", 422);

  private final String code;
  private final int status;

  EmailTemplateError(String code, int status) {
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
