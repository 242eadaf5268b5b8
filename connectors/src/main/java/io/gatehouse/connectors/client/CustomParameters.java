package io.gatehouse.connectors.client;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Further parameters that an administrator configures, whose names are written as OAuth writes
 * names.
 */
public final class CustomParameters {
  private CustomParameters() {}

  /** The map with {@code accessType} as {@code access_type}. */
  public static Map<String, String> snakeCase(Map<String, String> parameters) {
    var renamed = new LinkedHashMap<String, String>();
    parameters.forEach((name, value) -> renamed.put(snakeCase(name), value));
    return renamed;
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9]+", "_")
        .replaceAll("^_|_$", "")
        .toLowerCase(Locale.ROOT);
  }
}
