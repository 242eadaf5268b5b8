package io.gatehouse.platform.error;

import java.util.Map;

/** What can be wrong with a request before any noun looks at it. */
public enum RequestError implements ErrorCode {
  /** A part of the request (body, query, path, files) does not fit what the operation takes. */
  INVALID_GUARD("guard.invalid_input", 400),
  /** {@code page} or {@code page_size} is no positive number, or the size is over 100. */
  INVALID_PAGINATION("guard.invalid_pagination", 400),
  FILE_TOO_LARGE("guard.file_size_exceeded", 400),
  MIME_TYPE_NOT_ALLOWED("guard.mime_type_not_allowed", 400),
  /** The parts fit, but not together; the message says why. */
  INVALID_INPUT("request.invalid_input", 400),
  GENERAL("request.general", 422),
  FEATURE_NOT_SUPPORTED("request.feature_not_supported", 422),
  RATE_LIMITED("request.rate_limited", 429),
  /** A list takes longer to search than somebody would wait. */
  SEARCH_TOO_SLOW("request.search_too_slow", 422),
  RANGE_NOT_SATISFIABLE("request.range_not_satisfiable", 416);

  private final String code;
  private final int status;

  RequestError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** {@link #INVALID_INPUT} with the reason, which the message shows as it is. */
  public static RequestException invalidInput(String reason) {
    return INVALID_INPUT.exception(Map.of("details", reason), Map.of());
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
