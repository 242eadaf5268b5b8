package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong in a connector, as clients see it: {@code connector.<name>} and an
 * HTTP status.
 */
public enum ConnectorError {
  GENERAL(400),
  INVALID_METADATA(400),
  UNEXPECTED_TYPE(400),
  INVALID_CONFIG_GUARD(400),
  INVALID_REQUEST_PARAMETERS(400),
  INSUFFICIENT_REQUEST_PARAMETERS(400),
  INVALID_CONFIG(400),
  INVALID_CERTIFICATE(400),
  INVALID_RESPONSE(400),
  TEMPLATE_NOT_FOUND(400),
  TEMPLATE_NOT_SUPPORTED(400),
  RATE_LIMIT_EXCEEDED(429),
  USAGE_LIMIT_EXCEEDED(429),
  NOT_IMPLEMENTED(501),
  SOCIAL_AUTH_CODE_INVALID(401),
  SOCIAL_INVALID_ACCESS_TOKEN(401),
  SOCIAL_INVALID_ID_TOKEN(401),
  AUTHORIZATION_FAILED(401);

  private final int status;

  ConnectorError(int status) {
    this.status = status;
  }

  /** The code on the wire, such as {@code connector.authorization_failed}. */
  public String code() {
    return "connector." + name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** The exception that ends the call with this error. */
  public ConnectorException exception() {
    return new ConnectorException(this, null, null);
  }

  /**
   * The same, with one sentence for the integrating developer; it travels as {@code
   * data.errorDescription}.
   */
  public ConnectorException exception(String description) {
    return exception(description, null);
  }

  /** The same, with what caused it for our log. */
  public ConnectorException exception(String description, @Nullable Throwable cause) {
    var data = JsonNodeFactory.instance.objectNode().put("errorDescription", description);
    return new ConnectorException(this, data, cause);
  }

  /** The same, with the {@code data} member of the answer. */
  public ConnectorException with(JsonNode data) {
    return new ConnectorException(this, data, null);
  }
}
