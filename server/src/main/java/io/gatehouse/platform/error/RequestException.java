package io.gatehouse.platform.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This request ends here, with an answer for its sender. The answer is {@code {code, message,
 * data?, details?}}; the message is looked up in the reader's language when the answer is written,
 * so rules never deal with languages.
 */
public final class RequestException extends RuntimeException {
  private final ErrorCode code;
  private final transient Map<String, ?> placeholders;
  private final transient @Nullable Object data;
  private final @Nullable String details;

  public RequestException(
      ErrorCode code,
      Map<String, ?> placeholders,
      @Nullable Object data,
      @Nullable String details) {
    super(code.code(), null, false, false);
    this.code = code;
    this.placeholders = Map.copyOf(placeholders);
    this.data = data;
    this.details = details;
  }

  public ErrorCode code() {
    return code;
  }

  public int status() {
    return code.status();
  }

  public Map<String, ?> placeholders() {
    return placeholders;
  }

  public @Nullable Object data() {
    return data;
  }

  /** For the integrating developer: what exactly is wrong, one line an issue. */
  public @Nullable String details() {
    return details;
  }
}
