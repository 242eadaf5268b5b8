package io.gatehouse.platform.input;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong with one value.
 *
 * @param code the kind, such as {@code invalid_type}
 * @param facts what the kind adds, such as {@code expected} and {@code received}
 * @param path from the root to the value: member names and list positions
 */
public record Issue(String code, Map<String, ?> facts, List<Object> path, String message) {

  @JsonValue
  Map<String, Object> wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("code", code);
    wire.putAll(facts);
    wire.put("path", path);
    wire.put("message", message);
    return wire;
  }

  /** The line of the answer's {@code details}, for the integrating developer. */
  String line() {
    StringBuilder dotted = new StringBuilder();
    for (Object step : path) {
      dotted.append(dotted.isEmpty() ? "" : ".").append(step);
    }
    return "Error in key path \"" + dotted + "\": (" + code + ") " + message;
  }
}
