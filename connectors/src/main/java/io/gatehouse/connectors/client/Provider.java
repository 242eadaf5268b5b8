package io.gatehouse.connectors.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import java.io.IOException;
import java.net.URI;

/** Conversation with a provider: what is asked of it, and what its failures mean. */
public final class Provider {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_QUOTE = 2_000;

  private Provider() {}

  /** What an HTTP status that is no success means. */
  @FunctionalInterface
  public interface Failures {
    ConnectorError of(int status);

    /** Whatever the status, the provider's words are passed on. */
    Failures GENERAL = _ -> ConnectorError.GENERAL;

    /** 401 says that the token is no good. */
    Failures BAD_TOKEN =
        status ->
            status == 401 ? ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN : ConnectorError.GENERAL;
  }

  /** The answer, if it is a success. */
  public static Response send(Request request, Outside outside, Failures failures) {
    return successful(exchange(request, outside), failures);
  }

  /** The answer, whatever it says. */
  public static Response exchange(Request request, Outside outside) {
    try {
      return outside.http().send(request);
    } catch (IOException unreachable) {
      throw ConnectorError.GENERAL.exception(
          "No usable answer from " + request.uri().getAuthority() + ".", unreachable);
    }
  }

  /** The same answer; failures end here. */
  public static Response successful(Response response, Failures failures) {
    if (response.ok()) {
      return response;
    }
    throw refused(failures.of(response.status()), response);
  }

  /** What ends the call; where nothing better is known, with the provider's own words. */
  public static ConnectorException refused(ConnectorError error, Response response) {
    return error == ConnectorError.GENERAL ? error.with(quote(response)) : error.exception();
  }

  /** What an access token opens. */
  public static JsonNode get(
      URI uri, String tokenType, String accessToken, Outside outside, Failures failures) {
    return json(send(authorized(uri, tokenType, accessToken), outside, failures));
  }

  /** A GET with {@code Authorization: <token type> <access token>}. */
  public static Request authorized(URI uri, String tokenType, String accessToken) {
    String credentials = tokenType + " " + accessToken;
    if (!credentials.chars().allMatch(c -> c > 0x1f && c < 0x7f)) {
      throw ConnectorError.INVALID_RESPONSE.exception("The access token cannot be sent.");
    }
    return Request.get(uri).with("Authorization", credentials);
  }

  /** The body as JSON. */
  public static JsonNode json(Response response) {
    try {
      JsonNode node = JSON.readTree(response.body());
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException malformed) {
      throw ConnectorError.INVALID_RESPONSE.exception("The provider's answer is not JSON.");
    }
  }

  /** The provider's own words about a failure, shortened when they are a page. */
  public static JsonNode quote(Response response) {
    String body = response.body();
    if (body.length() <= LONGEST_QUOTE) {
      try {
        JsonNode node = JSON.readTree(body);
        if (node != null && node.isContainerNode()) {
          return node;
        }
      } catch (JsonProcessingException text) {
        // passed on as it is
      }
    }
    return TextNode.valueOf(body.substring(0, Math.min(body.length(), LONGEST_QUOTE)));
  }
}
