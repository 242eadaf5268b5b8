package io.gatehouse.branding.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Phrases as a tree of texts, the form in which clients see them; keys are paths with dots. */
public final class PhraseTree {
  private PhraseTree() {}

  /** The tree of these phrases. */
  public static ObjectNode of(Map<String, String> phrases) {
    ObjectNode root = JsonCodec.object();
    new TreeMap<>(phrases)
        .forEach((key, text) -> {
          ObjectNode at = root;
          String[] path = key.split("\\.");
          for (int i = 0; i < path.length - 1; i++) {
            at = at.get(path[i]) instanceof ObjectNode known ? known : at.putObject(path[i]);
          }
          at.put(path[path.length - 1], text);
        });
    return root;
  }

  /** The phrases of a tree. */
  public static Map<String, String> flat(ObjectNode tree) {
    Map<String, String> phrases = new LinkedHashMap<>();
    collect("", tree, phrases);
    return phrases;
  }

  /** The same tree without empty texts, and without branches that hold nothing else. */
  static ObjectNode withoutEmpty(ObjectNode tree) {
    ObjectNode rest = JsonCodec.object();
    for (var member : tree.properties()) {
      JsonNode value =
          member.getValue() instanceof ObjectNode branch ? withoutEmpty(branch) : member.getValue();
      if (value.isObject() ? !value.isEmpty() : !value.asText().isEmpty()) {
        rest.set(member.getKey(), value);
      }
    }
    return rest;
  }

  /** Whether all that the tree holds is in the model too, as the same kind of thing. */
  static boolean fits(ObjectNode tree, ObjectNode model) {
    return tree.properties().stream()
        .allMatch(member -> {
          JsonNode place = model.get(member.getKey());
          return member.getValue() instanceof ObjectNode branch
              ? place instanceof ObjectNode known && fits(branch, known)
              : place != null && place.isTextual() && !place.textValue().isEmpty();
        });
  }

  private static void collect(String prefix, ObjectNode tree, Map<String, String> phrases) {
    for (var member : tree.properties()) {
      if (member.getValue() instanceof ObjectNode branch) {
        collect(prefix + member.getKey() + ".", branch, phrases);
      } else if (member.getValue().isTextual()) {
        phrases.put(prefix + member.getKey(), member.getValue().textValue());
      }
    }
  }
}
