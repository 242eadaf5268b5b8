package io.gatehouse.management.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Two OpenAPI documents side by side: the one that existing clients were made for, and ours. */
record Contract(JsonNode theirs, JsonNode ours) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Members that clients may send, and that nobody reads. */
  private static final Set<String> IGNORED = Set.of("tenantId", "createdAt", "id", "updatedAt");

  /** One operation of a document. */
  record Operation(String method, String path, String group, JsonNode node) {
    /** The same in both documents, however their path parameters are called. */
    String key() {
      return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    String label() {
      return method.toUpperCase(java.util.Locale.ROOT) + " " + path.replaceFirst("^/api", "");
    }
  }

  static Contract of(Path file, JsonNode ours) {
    try {
      return new Contract(JsonCodec.tree(Files.readString(file)), ours);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Operation> operations(JsonNode document) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  if (METHODS.contains(method.getKey())) {
                    Operation operation =
                        new Operation(
                            method.getKey(),
                            path.getKey(),
                            method.getValue().path("tags").path(0).asText(),
                            method.getValue());
                    operations.put(operation.key(), operation);
                  }
                }));
    return operations;
  }

  /** What a client of theirs would miss in ours. */
  List<String> differences(Operation their, Operation our) {
    List<String> differences = new ArrayList<>();
    compareQueries(their.node(), our.node(), differences);
    compareBodies(body(their.node()), body(our.node()), differences);
    compareAnswers(their.node().path("responses"), our.node().path("responses"), differences);
    return differences;
  }

  private static void compareQueries(JsonNode their, JsonNode our, List<String> differences) {
    Set<String> known = queries(our);
    for (String name : queries(their)) {
      if (!known.contains(name)) {
        differences.add("query `" + name + "`");
      }
    }
  }

  private static Set<String> queries(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    operation
        .path("parameters")
        .forEach(parameter -> {
          if (parameter.path("in").asText().equals("query")) {
            names.add(parameter.path("name").asText());
          }
        });
    return names;
  }

  private void compareBodies(JsonNode their, JsonNode our, List<String> differences) {
    if (their.isMissingNode()) {
      return;
    }
    if (our.isMissingNode()) {
      differences.add("body");
      return;
    }
    Fields mine = Fields.of(ours, our);
    Fields wanted = Fields.of(theirs, their);
    wanted
        .required()
        .forEach((path, required) -> {
          if (IGNORED.contains(path)) {
            return;
          }
          if (!mine.covers(path)) {
            differences.add("body `" + path + "`");
          } else if (!required && Boolean.TRUE.equals(mine.required().get(path))) {
            differences.add("body `" + path + "` is required here");
          }
        });
    mine.required()
        .forEach((path, required) -> {
          if (required && path.indexOf('.') < 0 && !wanted.covers(path)) {
            differences.add("body `" + path + "` is required here alone");
          }
        });
  }

  private static JsonNode body(JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content");
    return content.isEmpty() ? operation.path("none") : content.elements().next().path("schema");
  }

  private void compareAnswers(JsonNode their, JsonNode our, List<String> differences) {
    their
        .properties()
        .forEach(answer -> {
          String status = answer.getKey();
          if (!our.has(status)) {
            differences.add("status " + status);
          } else if (status.startsWith("2")) {
            compareAnswer(answer.getValue(), our.path(status), differences);
          }
        });
  }

  private void compareAnswer(JsonNode their, JsonNode our, List<String> differences) {
    JsonNode wanted = their.path("content").path("application/json").path("schema");
    if (wanted.isMissingNode()) {
      return;
    }
    Fields mine = Fields.of(ours, our.path("content").path("application/json").path("schema"));
    Fields.of(theirs, wanted)
        .required()
        .forEach((path, required) -> {
          if (required && !mine.covers(path)) {
            differences.add("answer `" + path + "`");
          }
        });
  }
}
