package io.gatehouse.connectors.oauth2;

import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a provider's profile holds what we want to know; a dotted source goes into objects and, by
 * position, into lists.
 */
record ProfileMap(Map<String, String> sources) {
  private static final List<String> KEYS = List.of("id", "email", "phone", "name", "avatar");

  static ProfileMap of(Fields in) {
    var sources = new LinkedHashMap<String, String>();
    for (String key : KEYS) {
      String source = in.optionalText(key);
      sources.put(key, source == null || source.isBlank() ? key : source);
    }
    return new ProfileMap(sources);
  }

  /** The person whom a provider describes thus. */
  SocialUserInfo map(JsonNode profile) {
    var mapped = JsonNodeFactory.instance.objectNode();
    sources.forEach((key, source) -> {
      JsonNode value = find(profile, source);
      if (value.isContainerNode() || !value.asText("").isEmpty()) {
        mapped.set(key, value.isNumber() ? mapped.textNode(value.asText()) : value);
      }
    });
    return Fields.read(
        mapped,
        INVALID_RESPONSE,
        in ->
            new SocialUserInfo(
                in.text("id"),
                in.optionalText("email"),
                in.optionalText("phone"),
                in.optionalText("name"),
                in.optionalText("avatar"),
                profile));
  }

  private static JsonNode find(JsonNode profile, String source) {
    JsonNode value = profile.path(source);
    if (!value.isMissingNode()) {
      return value;
    }
    value = profile;
    for (String step : source.split("\\.")) {
      value =
          value.isArray() && step.matches("\\d{1,4}")
              ? value.path(Integer.parseInt(step))
              : value.path(step);
    }
    return value;
  }
}
