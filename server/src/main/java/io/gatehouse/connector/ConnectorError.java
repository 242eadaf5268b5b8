package io.gatehouse.connector;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with a connector's settings. */
enum ConnectorError implements ErrorCode {
  UNKNOWN_FACTORY("connector.not_found_with_connector_id", 422),
  /** Looked for under a factory's id. */
  NOT_FOUND("connector.not_found", 400),
  TARGET_MISSING("connector.should_specify_target", 400),
  METADATA_FIXED("connector.cannot_overwrite_metadata_for_non_standard_connector", 400),
  TARGET_FIXED("connector.can_not_modify_target", 400),
  ONE_INSTANCE_ONLY("connector.multiple_instances_not_supported", 422),
  TARGET_IN_USE("connector.multiple_target_with_same_platform", 422),
  /** The same, met while reading. */
  TARGET_TWICE("connector.multiple_target_with_same_platform", 400),
  MORE_THAN_ONE_EMAIL("connector.more_than_one_email", 400),
  MORE_THAN_ONE_SMS("connector.more_than_one_sms", 400),
  TOKEN_STORAGE_NOT_SUPPORTED("connector.token_storage_not_supported", 422),
  SYNC_NOT_SUPPORTED("connector.invalid_type_for_syncing_profile", 422),
  UNEXPECTED_TYPE("connector.unexpected_type", 400),
  /** Asked to vouch for an account. */
  NOT_SOCIAL("session.invalid_connector_id", 422),
  INSUFFICIENT_INFO("session.insufficient_info", 400);

  private final String code;
  private final int status;

  ConnectorError(String code, int status) {
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
