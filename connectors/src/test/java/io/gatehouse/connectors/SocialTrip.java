package io.gatehouse.connectors;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.connectors.SocialConnector.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person's way to a provider and back. */
public final class SocialTrip {
  private static final ObjectMapper JSON = new ObjectMapper();
  public static final String REDIRECT_URI = "http://localhost:3001/callback/c1?a=b";

  private final SocialConnector connector;
  private final JsonNode config;
  private final Outside outside;
  private SocialSession session = new SocialSession(Map.of());

  public SocialTrip(SocialConnector connector, String config, Outside outside) {
    this(connector, json(config), outside);
  }

  public SocialTrip(SocialConnector connector, JsonNode config, Outside outside) {
    this.connector = connector;
    this.config = config;
    this.outside = outside;
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }

  /** What a failure tells; it must tell something. */
  public static JsonNode data(ConnectorException failure) {
    return Objects.requireNonNull(failure.data());
  }

  public URI leave(@Nullable String scope) {
    return leave(scope, Map.of());
  }

  /** With the headers of the person's browser. */
  public URI leave(@Nullable String scope, Map<String, String> headers) {
    return connector.authorizationUri(
        new AuthorizationRequest(
            "st te", REDIRECT_URI, "c1", "jti1", headers, scope, it -> session = it),
        config,
        outside);
  }

  public URI leave() {
    return leave(null);
  }

  public SocialSession session() {
    return session;
  }

  public Answer back(String data) {
    return back(json(data));
  }

  public Answer back(JsonNode data) {
    return connector.complete(new SocialCallback(data, () -> session), config, outside);
  }

  /** The whole way with a code. */
  public Answer signIn() {
    leave();
    return back("{'code':'c0de','state':'st te','redirectUri':'" + REDIRECT_URI + "'}");
  }

  public ConnectorException failingSignIn() {
    return assertThrows(ConnectorException.class, this::signIn);
  }

  public ConnectorException failingBack(String data) {
    return failingBack(json(data));
  }

  public ConnectorException failingBack(JsonNode data) {
    return assertThrows(ConnectorException.class, () -> back(data));
  }
}
