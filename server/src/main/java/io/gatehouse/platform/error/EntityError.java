package io.gatehouse.platform.error;

import java.util.Map;

/** What can be wrong with the rows a request names: they are missing, taken, or do not fit. */
public enum EntityError implements ErrorCode {
  /** An update met no row. */
  NOT_EXISTS("entity.not_exists", 404),
  /** A read by id met no row; the message names the noun and the id. */
  NOT_EXISTS_WITH_ID("entity.not_exists_with_id", 404),
  /** A deletion, or a read of exactly one row, met none. */
  NOT_FOUND("entity.not_found", 404),
  /** The row could not be made. */
  CREATE_FAILED("entity.create_failed", 422),
  /** The change names a row of another noun that does not exist. */
  RELATION_NOT_FOUND("entity.relation_foreign_key_not_found", 404),
  /** The same, as the organization family answers it. */
  RELATION_UNPROCESSABLE("entity.relation_foreign_key_not_found", 422),
  /** Another row already holds what must be unique. */
  NOT_UNIQUE("entity.unique_integrity_violation", 422),
  /** A rule of the table forbids the value. */
  CONSTRAINT_VIOLATED("entity.db_constraint_violated", 422),
  /** A text is longer than its column. */
  VALUE_TOO_LONG("entity.value_too_long", 422),
  /** A value does not fit its type, or a change that changes nothing. */
  INVALID_INPUT("entity.invalid_input", 422);

  private final String code;
  private final int status;

  EntityError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /**
   * {@link #NOT_EXISTS_WITH_ID} for a noun's plural name, such as {@code roles}, and the id that
   * was asked for.
   */
  public static RequestException missing(String noun, String id) {
    return NOT_EXISTS_WITH_ID.exception(Map.of("name", noun, "id", id));
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
