package io.gatehouse.management;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.GeneratedFile;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/reference/management.openapi.json}, from which the Console's client is typed,
 * true: each of its operations is what the server says of it.
 */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OpenApiReferenceTest {
  private static final String PATH = "docs/reference/management.openapi.json";

  @Inject ApiClients clients;

  @Test
  void everyOperationOfTheReferenceIsTheServers() throws IOException {
    ObjectNode served = served();
    if (System.getProperty("gatehouse.generate") != null) {
      new GeneratedFile(PATH).mustBe(served.toPrettyString() + "\n");
      return;
    }
    Path file = GeneratedFile.checkout().resolve(PATH);
    JsonNode written = JsonCodec.tree(Files.readString(file));
    written
        .get("paths")
        .properties()
        .forEach(path ->
            assertEquals(
                resolved(served, served.at("/paths").path(path.getKey()), Set.of()),
                resolved(written, path.getValue(), Set.of()),
                path.getKey() + " has changed; write " + PATH + " with: ./gatehouse generate"));
  }

  /** The document without its pages and the provider's endpoints. */
  private ObjectNode served() {
    ObjectNode document =
        (ObjectNode)
            clients.anonymous().get("/api/.well-known/management.openapi.json").json().deepCopy();
    ObjectNode paths = (ObjectNode) document.get("paths");
    Set<String> names = new TreeSet<>();
    paths.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> name.startsWith("/api/"));
    paths.remove(names);
    document.remove("servers");
    return document;
  }

  /**
   * With its schemas in place of the references to them, whose names depend on what else there is.
   */
  private static JsonNode resolved(JsonNode document, JsonNode node, Set<String> within) {
    String reference = node.path("$ref").asText("");
    if (!reference.isEmpty()) {
      if (within.contains(reference)) {
        return JsonCodec.object().put("again", true);
      }
      Set<String> inside = new TreeSet<>(within);
      inside.add(reference);
      return resolved(document, document.at(reference.substring(1)), inside);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonCodec.object();
      object
          .properties()
          .forEach(each -> copy.set(each.getKey(), resolved(document, each.getValue(), within)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.deepCopy().removeAll();
      array.forEach(each -> copy.add(resolved(document, each, within)));
      return copy;
    }
    return node;
  }
}
