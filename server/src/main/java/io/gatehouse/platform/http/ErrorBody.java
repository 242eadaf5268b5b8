package io.gatehouse.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients read it.
 *
 * @param code of the catalogue; absent when the request could not be understood at all, or the
 *     fault is ours
 * @param data for programs
 * @param details for the integrating developer, never translated
 * @param message for a person, in the language asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"code", "data", "details", "message"})
public record ErrorBody(
    @Nullable String code, @Nullable Object data, @Nullable String details, String message) {

  /** An error without a code. */
  static ErrorBody of(String message) {
    return new ErrorBody(null, null, null, message);
  }
}
