package io.gatehouse.platform.error;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A code of the error catalogue, as clients see it: {@code role.name_in_use}. Each noun lists its
 * own in an enum ({@code RoleError}); the text for the reader is in {@code
 * phrases/error/<language>.properties} under the same code.
 */
public interface ErrorCode {

  /** The code on the wire, such as {@code entity.not_found}. */
  String code();

  /** The HTTP status that goes with it. */
  int status();

  /**
   * How long the sender should wait before trying again ({@code Retry-After}), where waiting helps.
   */
  default @Nullable Duration retryAfter() {
    return null;
  }

  /** The exception that ends the request with this code. */
  default RequestException exception() {
    return new RequestException(this, Map.of(), null, null);
  }

  /** The same, with values for the placeholders of the message. */
  default RequestException exception(Map<String, ?> placeholders) {
    return new RequestException(this, placeholders, null, null);
  }

  /** The same, with both: values for the message and the machine-readable {@code data} member. */
  default RequestException exception(Map<String, ?> placeholders, Object data) {
    return new RequestException(this, placeholders, data, null);
  }

  /** The same, with the machine-readable {@code data} member of the answer. */
  default RequestException withData(Object data) {
    return new RequestException(this, Map.of(), data, null);
  }
}
