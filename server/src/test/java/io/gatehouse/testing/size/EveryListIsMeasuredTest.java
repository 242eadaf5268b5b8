package io.gatehouse.testing.size;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No list comes into the Management API that is not compared at a small and a large tenant. */
class EveryListIsMeasuredTest {
  private static final Path OPEN_API = Path.of("../docs/reference/management.openapi.json");

  @Test
  void everyPagedListIsCompared() throws IOException {
    assertEquals(paged(), measured());
  }

  private static Set<String> paged() throws IOException {
    Set<String> paths = new TreeSet<>();
    JsonNode document = JsonCodec.tree(Files.readString(OPEN_API));
    document
        .get("paths")
        .properties()
        .forEach(path -> {
          for (JsonNode parameter : path.getValue().at("/get/parameters")) {
            if (parameter.path("name").asText().equals("page")) {
              paths.add(path.getKey());
            }
          }
        });
    return paths;
  }

  private static Set<String> measured() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("io.gatehouse")
            .stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Measures.class))
            .flatMap(EveryListIsMeasuredTest::lists)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> lists(JavaMethod method) {
    return Arrays.stream(method.getAnnotationOfType(Measures.class).value());
  }
}
