package io.gatehouse.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The migrations, and the schema they make. */
class SchemaTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Test
  void theSchemaIsWrittenDown() {
    try (TestDatabase database = TestDatabase.create()) {
      new GeneratedFile("server/src/main/resources/db/schema.sql")
          .mustBe(SchemaDump.of(database.database().url()));
    }
  }

  @Test
  void theNewestMigrationIsTheOneThatTheStartLooksFor() throws IOException {
    assertEquals(versions().getLast(), Migrations.newest());
  }

  @Test
  void everyMigrationHasANumberOfItsOwn() throws IOException {
    assertEquals(versions().stream().distinct().toList(), versions());
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      files
          .map(file -> file.getFileName().toString())
          .forEach(name -> assertTrue(name.matches("V\\d{4}__[a-z_]+\\.sql"), name));
    }
  }

  private static List<String> versions() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.map(file -> file.getFileName().toString().substring(1, 5)).sorted().toList();
    }
  }
}
