package io.gatehouse.connectors.saml;

import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a provider's attributes tell what; their names are taken whole, dots and all. */
public record AttributeMap(Map<String, String> sources) {
  /** What an assertion calls its subject, beside the attributes. */
  public static final String NAME_ID = "nameID";

  private static final String ID = "id";
  private static final List<String> KEYS = List.of(ID, "email", "phone", "name", "avatar");

  public AttributeMap {
    sources = Map.copyOf(sources);
  }

  static AttributeMap of(Fields in) {
    var sources = new LinkedHashMap<String, String>();
    for (String key : KEYS) {
      String source = in.optionalText(key);
      sources.put(key, source == null || source.isBlank() ? key : source);
    }
    return new AttributeMap(sources);
  }

  /** The person whom an assertion tells this of. */
  SocialUserInfo person(Map<String, List<String>> said) {
    String id = first(said, ID);
    if (id == null && ID.equals(sources.get(ID))) {
      // Few providers have an attribute of this name; all name the subject.
      id = said.getOrDefault(NAME_ID, List.of()).stream().findFirst().orElse(null);
    }
    if (id == null) {
      throw INVALID_RESPONSE.exception("The assertion has no attribute " + sources.get(ID) + ".");
    }
    return new SocialUserInfo(
        id,
        first(said, "email"),
        first(said, "phone"),
        first(said, "name"),
        first(said, "avatar"),
        raw(said));
  }

  private @Nullable String first(Map<String, List<String>> said, String key) {
    String source = sources.getOrDefault(key, key);
    return said.getOrDefault(source, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** One value as a text, several as a list. */
  private static ObjectNode raw(Map<String, List<String>> said) {
    ObjectNode raw = JsonNodeFactory.instance.objectNode();
    said.forEach((name, values) -> {
      if (values.size() == 1) {
        raw.put(name, values.getFirst());
      } else {
        values.forEach(raw.putArray(name)::add);
      }
    });
    return raw;
  }
}
