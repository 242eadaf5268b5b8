package io.gatehouse.connectors.carrier;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.Provider;
import org.jspecify.annotations.Nullable;

/**
 * A service that takes each message in one HTTP request. What is its own: what an administrator
 * enters, what the request looks like, and how it says no.
 *
 * @param <C> the configuration
 */
public abstract class Carrier<C> {
  private final ConnectorMetadata metadata =
      ConnectorMetadata.beside(getClass().asSubclass(Connector.class));

  /** Reads what an administrator entered. */
  protected abstract C config(Fields in);

  /** The request that hands the message over. */
  protected abstract Request request(Message message, C config, Outside outside);

  /**
   * What this answer means; null when the carrier has taken the message. Those that refuse with a
   * success, and tell why in the body, look there first.
   */
  protected @Nullable ConnectorError refusal(Response answer) {
    return answer.ok() ? null : answer.status() == 429 ? RATE_LIMIT_EXCEEDED : GENERAL;
  }

  /** The body as JSON; of failures, which may come from something in between, what there is. */
  protected static JsonNode body(Response answer) {
    return answer.ok() ? Provider.json(answer) : Provider.quote(answer);
  }

  public final ConnectorMetadata metadata() {
    return metadata;
  }

  public final void check(JsonNode config) {
    read(config);
  }

  public final void send(Message message, JsonNode config, Outside outside) {
    Response answer = Provider.exchange(request(message, read(config), outside), outside);
    ConnectorError refusal = refusal(answer);
    if (refusal != null) {
      throw Provider.refused(refusal, answer);
    }
  }

  private C read(JsonNode config) {
    return Fields.read(config, INVALID_CONFIG, this::config);
  }
}
