package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The connector cannot go on; the answer to the client is {@link #code()}, {@link #status()} and
 * {@link #data()}.
 */
public final class ConnectorException extends RuntimeException {
  private final ConnectorError error;
  private final transient @Nullable JsonNode data;

  public ConnectorException(
      ConnectorError error, @Nullable JsonNode data, @Nullable Throwable cause) {
    super(data == null ? error.code() : error.code() + " " + data, cause);
    this.error = error;
    this.data = data;
  }

  public ConnectorError error() {
    return error;
  }

  /** The code on the wire, such as {@code connector.invalid_config}. */
  public String code() {
    return error.code();
  }

  public int status() {
    return error.status();
  }

  /** What the provider said, or the issues of a refused configuration. */
  public @Nullable JsonNode data() {
    return data;
  }

  /**
   * The value for the placeholder {@code errorDescription} of the message; empty when there is
   * none.
   */
  public String description() {
    return data == null ? "" : data.path("errorDescription").asText("");
  }

  /** One line an issue for the integrating developer, when {@link #data()} holds issues. */
  public @Nullable String details() {
    return data != null && data.path("issues").isArray() ? Fields.details(data) : null;
  }
}
