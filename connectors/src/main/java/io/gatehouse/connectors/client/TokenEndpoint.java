package io.gatehouse.connectors.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.TokenSet;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A provider's token endpoint, seen from its client.
 *
 * @param notation how answers are written when their content type does not tell
 */
public record TokenEndpoint(
    URI uri, ClientAuthentication authentication, Notation notation, Provider.Failures failures) {

  /** The two ways of writing an answer. */
  public enum Notation {
    JSON,
    FORM
  }

  /** An endpoint that answers JSON, as RFC 6749 §5.1 has it. */
  public TokenEndpoint(URI uri, ClientAuthentication authentication, Provider.Failures failures) {
    this(uri, authentication, Notation.JSON, failures);
  }

  /** The fields of the form that redeems a code. */
  public static Map<String, String> code(String code, String redirectUri) {
    return form("authorization_code", "code", code, redirectUri);
  }

  private static Map<String, String> form(
      String grant, String key, String value, String redirectUri) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", grant);
    form.put(key, value);
    if (!redirectUri.isEmpty()) {
      form.put("redirect_uri", redirectUri);
    }
    return form;
  }

  /** The fields of the form that spends a refresh token. */
  public static Map<String, String> refresh(String refreshToken) {
    return form("refresh_token", "refresh_token", refreshToken, "");
  }

  /** What the endpoint says to this form; not yet looked into. */
  public JsonNode post(Map<String, String> form, Outside outside) {
    Response response =
        Provider.send(authentication.request(uri, form, outside), outside, failures);
    return switch (notationOf(response)) {
      case JSON -> Provider.json(response);
      case FORM -> parseForm(response.body());
    };
  }

  /** The tokens for this form. */
  public TokenSet tokens(Map<String, String> form, Outside outside) {
    return tokens(post(form, outside));
  }

  /** The tokens in an answer; providers that write {@code expires_in} as text are understood. */
  public static TokenSet tokens(JsonNode answer) {
    return Fields.read(
        answer,
        ConnectorError.INVALID_RESPONSE,
        in ->
            new TokenSet(
                in.text("access_token"),
                in.text("token_type"),
                in.coercedNumber("expires_in"),
                in.optionalText("refresh_token"),
                in.optionalText("scope"),
                in.optionalText("id_token")));
  }

  private Notation notationOf(Response response) {
    String type = response.mediaType();
    if (type.equals("application/json") || type.endsWith("+json")) {
      return Notation.JSON;
    }
    return type.equals("application/x-www-form-urlencoded") ? Notation.FORM : notation;
  }

  private static JsonNode parseForm(String body) {
    var answer = JsonNodeFactory.instance.objectNode();
    for (String pair : body.strip().split("&")) {
      String[] parts = pair.split("=", 2);
      answer.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
    }
    return answer;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw ConnectorError.INVALID_RESPONSE.exception("The provider's answer is not a form.");
    }
  }
}
