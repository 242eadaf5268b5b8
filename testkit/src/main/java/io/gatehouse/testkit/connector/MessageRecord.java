package io.gatehouse.testkit.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The file that holds the last message of a kind, one JSON object and a newline. It is there,
 * whole, before the request that sent the message is answered.
 */
final class MessageRecord {
  private static final String VARIABLE = "MOCK_CONNECTOR_MESSAGE_DIR";

  private final Path file;

  private MessageRecord(Path file) {
    this.file = file;
  }

  static MessageRecord sms() {
    return new MessageRecord(folder().resolve("mock_sms_record.txt"));
  }

  static MessageRecord email() {
    return new MessageRecord(folder().resolve("mock_email_record.txt"));
  }

  private static Path folder() {
    String named = System.getenv(VARIABLE);
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("java.io.tmpdir"), "logto")
        : Path.of(named);
  }

  void overwrite(JsonNode message) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
      Files.writeString(fresh, message + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
