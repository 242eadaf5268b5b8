package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members that a schema names, as dotted paths, with whether each is required.
 *
 * @param required by path; of several alternatives, each must require it
 * @param open the paths of objects that take or hold anything
 */
record Fields(Map<String, Boolean> required, Set<String> open) {
  private static final int DEPTH = 3;

  static Fields of(JsonNode document, JsonNode schema) {
    Fields fields = new Fields(new LinkedHashMap<>(), new java.util.HashSet<>());
    fields.read(document, schema, "", true, 0);
    return fields;
  }

  /** Whether the path is named, or lies in an object that takes anything. */
  boolean covers(String path) {
    if (required.containsKey(path) || open.contains("")) {
      return true;
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (open.contains(path.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  private void read(JsonNode document, JsonNode given, String path, boolean certain, int depth) {
    JsonNode schema = resolve(document, given);
    if (schema.path("type").asText().equals("array")) {
      read(document, schema.path("items"), path, certain, depth);
      return;
    }
    for (String kind : new String[] {"oneOf", "anyOf"}) {
      readAlternatives(document, schema.path(kind), path, certain, depth);
    }
    schema.path("allOf").forEach(one -> read(document, one, path, certain, depth));
    JsonNode properties = schema.path("properties");
    boolean composed = schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf");
    if (properties.isEmpty() && !composed && isOpen(schema)) {
      open.add(path);
    }
    if (depth >= DEPTH) {
      open.add(path);
      return;
    }
    Set<String> names = new java.util.HashSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    properties
        .properties()
        .forEach(member -> {
          String deeper = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
          boolean here = certain && names.contains(member.getKey());
          required.merge(deeper, here, Boolean::logicalOr);
          read(document, member.getValue(), deeper, here, depth + 1);
        });
  }

  /** A member is required where every alternative requires it. */
  private void readAlternatives(
      JsonNode document, JsonNode alternatives, String path, boolean certain, int depth) {
    List<Fields> all = new ArrayList<>();
    for (JsonNode one : alternatives) {
      Fields fields = new Fields(new LinkedHashMap<>(), open);
      fields.read(document, one, path, certain, depth);
      all.add(fields);
    }
    for (Fields fields : all) {
      fields
          .required()
          .keySet()
          .forEach(name ->
              required.merge(
                  name,
                  all.stream().allMatch(one -> Boolean.TRUE.equals(one.required().get(name))),
                  Boolean::logicalOr));
    }
  }

  private static boolean isOpen(JsonNode schema) {
    String type = schema.path("type").asText();
    return type.isEmpty() || type.equals("object");
  }

  private static JsonNode resolve(JsonNode document, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
