package io.gatehouse.connectors.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.MessageTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one carrier, from {@code carriers/<factory id>.json}: what it is sent, what its
 * answers mean, and which configurations it could not work with.
 *
 * @param config a configuration with everything in it
 */
record CarrierContract(
    String id, ObjectNode config, List<Sent> sends, List<Answered> answers, List<Refused> refuses) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One message, and the request that it becomes or the error that it ends with.
   *
   * @param set what is different in the configuration
   * @param before what is asked first, such as for a token
   */
  record Sent(
      String why,
      String to,
      String type,
      ObjectNode payload,
      @Nullable MessageTemplate template,
      @Nullable ObjectNode set,
      @Nullable Step before,
      @Nullable Asked asks,
      @Nullable String error) {}

  /** A request that goes before, and its answer. */
  record Step(Asked asks, int status, JsonNode body) {}

  /** A request; what is left out is not looked at. */
  record Asked(
      String method,
      URI url,
      @Nullable Map<String, String> query,
      @Nullable Map<String, String> headers,
      @Nullable Map<String, String> form,
      @Nullable JsonNode json) {}

  /** An answer of the carrier, and the error that it means, if any. */
  record Answered(String why, int status, JsonNode body, @Nullable String error) {
    String text() {
      return body.isTextual() ? body.asText() : body.toString();
    }
  }

  /** A configuration that is refused, and the field that is named. */
  record Refused(String why, String at, ObjectNode set) {}

  /** All there are. */
  static List<CarrierContract> all() {
    try (var files = Files.list(folder())) {
      return files.sorted().map(CarrierContract::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path folder() {
    try {
      return Path.of(
          Objects.requireNonNull(CarrierContract.class.getResource("/carriers")).toURI());
    } catch (URISyntaxException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static CarrierContract read(Path file) {
    try {
      var contract = (ObjectNode) JSON.readTree(file.toFile());
      contract.put("id", file.getFileName().toString().replace(".json", ""));
      return JSON.treeToValue(contract, CarrierContract.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  /** The configuration with something different in it. */
  ObjectNode config(@Nullable ObjectNode set) {
    ObjectNode changed = config.deepCopy();
    return set == null ? changed : changed.setAll(set);
  }
}
