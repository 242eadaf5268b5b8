package io.gatehouse.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A digest of a system whose way of hashing is told along with it: {@code [algorithm, [arguments…],
 * hash]}, where the argument {@code @} stands for the password.
 *
 * <p>The algorithm is a plain digest over the joined arguments, {@code pbkdf2} (salt, iterations,
 * length, digest, {@code @}), or {@code firebase-scrypt} (salt, signer key, salt separator, rounds,
 * memory cost, {@code @}; the first three in base64).
 */
record LegacyDigest(LegacyFunction function, List<String> arguments, String expected) {
  static final String PASSWORD = "@";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads and checks it; refuses with the catalogue's errors. */
  static LegacyDigest parse(String json) {
    JsonNode root = read(json);
    if (!root.isArray()
        || root.size() != 3
        || !root.get(0).isTextual()
        || !root.get(1).isArray()
        || !root.get(2).isTextual()) {
      throw CredentialError.INVALID_LEGACY_FORMAT.exception();
    }
    List<String> arguments = new ArrayList<>();
    for (JsonNode argument : root.get(1)) {
      if (!argument.isTextual()) {
        throw CredentialError.INVALID_LEGACY_FORMAT.exception();
      }
      arguments.add(argument.textValue());
    }
    if (!arguments.contains(PASSWORD)) {
      throw CredentialError.INVALID_LEGACY_FORMAT.exception();
    }
    return new LegacyDigest(
        function(root.get(0).textValue(), arguments),
        List.copyOf(arguments),
        root.get(2).textValue());
  }

  boolean matches(String password) {
    return function.matches(password, arguments, expected);
  }

  private static LegacyFunction function(String name, List<String> arguments) {
    String lower = name.toLowerCase(Locale.ROOT);
    try {
      return switch (lower) {
        case "pbkdf2" -> LegacyFunction.Pbkdf2.of(arguments);
        case "firebase-scrypt" -> LegacyFunction.FirebaseScrypt.of(arguments);
        default -> LegacyFunction.Plain.of(lower);
      };
    } catch (LegacyFunction.Unknown e) {
      throw CredentialError.UNSUPPORTED_LEGACY_ALGORITHM.exception(Map.of("algorithm", name));
    } catch (IllegalArgumentException e) {
      throw CredentialError.INVALID_LEGACY_FORMAT.exception();
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw CredentialError.INVALID_LEGACY_FORMAT.exception();
    }
  }
}
