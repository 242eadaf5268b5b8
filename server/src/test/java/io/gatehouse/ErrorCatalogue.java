package io.gatehouse;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.protocol.OAuthError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** All error codes that the server can answer: those of the nouns and those of the protocol. */
final class ErrorCatalogue {
  private ErrorCatalogue() {}

  /**
   * A code with its status and whose it is.
   *
   * @param source the noun, such as {@code role}; {@code oidc} for the protocol's
   */
  record Entry(String code, int status, String source) {}

  static List<Entry> entries() {
    return Stream.concat(ofNouns(), ofProtocol())
        .distinct()
        .sorted(
            Comparator.comparing(Entry::code)
                .thenComparing(Entry::status)
                .thenComparing(Entry::source))
        .toList();
  }

  private static Stream<Entry> ofNouns() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gatehouse")
            .stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
            .flatMap(ErrorCatalogue::constants);
  }

  private static Stream<Entry> constants(JavaClass type) {
    String noun = type.getSimpleName().replaceFirst("Error$", "").toLowerCase(Locale.ROOT);
    return Arrays.stream((Object[]) type.reflect().getEnumConstants())
        .map(ErrorCode.class::cast)
        .map(error -> new Entry(error.code(), error.status(), noun));
  }

  private static Stream<Entry> ofProtocol() {
    return Arrays.stream(OAuthError.values())
        .map(error -> new Entry("oidc." + error.code(), error.status(), "oidc"));
  }

  /** Codes that Gatehouse answers and Logto does not know. */
  static final Map<String, String> OURS =
      Map.ofEntries(
          entry("device.aborted", "a person did not connect a device"),
          entry("device.code_expired", "a device's code was typed too late"),
          entry("device.code_missing", "no device's code was typed"),
          entry("device.code_unknown", "no device shows the code that was typed"),
          entry("device.code_used", "a device's code was typed twice"),
          entry("device.not_from_here", "a device's code came from another page"),
          entry("oidc.invalid_request_uri", "a pushed request is named once, for a minute"),
          entry("password.too_busy", "hashing waits in a queue with an end"),
          entry("request.search_too_slow", "a list has five seconds"),
          entry("session.interaction_changed", "two requests changed one interaction"));
}
