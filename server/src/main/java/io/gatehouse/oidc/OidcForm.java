package io.gatehouse.oidc;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a protocol request: a form, or a JSON object that is taken as one. */
public final class OidcForm {
  private static final int LONGEST = 56 * 1024;

  private OidcForm() {}

  /**
   * The body's parameters.
   *
   * @throws io.gatehouse.protocol.OAuthException invalid_request for an over-long body, another
   *     content type, broken JSON, NUL
   */
  public static Parameters read(@Nullable String contentType, byte[] body) {
    if (body.length > LONGEST) {
      throw OAuthError.INVALID_REQUEST.because("request body is too large");
    }
    if (body.length == 0) {
      return Parameters.of(Map.of());
    }
    String type =
        contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/x-www-form-urlencoded" ->
          Parameters.parse(new String(body, StandardCharsets.UTF_8));
      case "application/json" -> Parameters.of(json(body));
      default ->
          throw OAuthError.INVALID_REQUEST.because(
              "only application/x-www-form-urlencoded content-type bodies are supported");
    };
  }

  private static Map<String, List<String>> json(byte[] body) {
    JsonNode object;
    try {
      object = JsonCodec.sent(body);
    } catch (JacksonException e) {
      throw OAuthError.INVALID_REQUEST.because("failed to parse the request body");
    }
    if (object == null || !object.isObject()) {
      throw OAuthError.INVALID_REQUEST.because("the request body must be an object");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    object
        .properties()
        .forEach(entry -> {
          List<String> all = new ArrayList<>();
          JsonNode value = entry.getValue();
          if (value.isArray()) {
            value.forEach(item -> all.add(item.asText()));
          } else if (!value.isNull()) {
            all.add(value.isValueNode() ? value.asText() : value.toString());
          }
          values.put(entry.getKey(), all);
        });
    return values;
  }
}
