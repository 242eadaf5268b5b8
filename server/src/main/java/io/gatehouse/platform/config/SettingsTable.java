package io.gatehouse.platform.config;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings as a table of names, and the way from texts to the record. */
public final class SettingsTable {
  private SettingsTable() {}

  static List<RecordComponent> components() {
    return List.of(Settings.class.getRecordComponents());
  }

  static Setting of(RecordComponent component) {
    return Objects.requireNonNull(component.getAnnotation(Setting.class), component.getName());
  }

  static boolean isKnown(String name) {
    return components().stream().anyMatch(component -> of(component).name().equals(name));
  }

  /** The names of all settings, in their order. */
  public static List<String> names() {
    return components().stream().map(component -> of(component).name()).toList();
  }

  /**
   * The folder that the default data folder lies in: the checkout when its script has started us,
   * else the working folder.
   */
  static Path home() {
    return Path.of(System.getProperty("gatehouse.home", ""));
  }

  /** Makes the record from texts; what is missing takes its default. */
  public static Settings build(Map<String, String> given) {
    Map<String, String> values = SettingsDefaults.complete(given);
    return inOrder(components().stream().map(component -> argument(component, values)).iterator());
  }

  /**
   * Not by reflection, which for so many arguments makes fifty classes at every start: a tenth of
   * what a start costs. The compiler says when one is missing.
   */
  private static Settings inOrder(Iterator<@Nullable Object> in) {
    return new Settings(
        next(in), next(in), next(in), next(in), next(in), next(in), next(in), next(in), next(in),
        next(in), next(in), next(in), next(in), next(in), next(in), next(in), next(in), next(in),
        next(in), next(in), next(in), next(in), next(in), next(in), next(in), next(in), next(in),
        next(in));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // parsed as its component's type
  private static <T extends @Nullable Object> T next(Iterator<@Nullable Object> in) {
    return (T) in.next();
  }

  private static @Nullable Object argument(RecordComponent component, Map<String, String> values) {
    Setting setting = of(component);
    String given = values.get(setting.name());
    String text = given != null ? given.strip() : standard(setting, values);
    try {
      return SettingsValue.parse(component, setting, text);
    } catch (IllegalArgumentException e) {
      String shown = setting.secret() ? "what was given" : "\"" + text + "\"";
      throw new StartupProblem(
          "%s does not accept %s: %s".formatted(setting.name(), shown, sentence(e)), e);
    }
  }

  private static String sentence(IllegalArgumentException e) {
    String reason = String.valueOf(e.getMessage());
    return reason.endsWith(".") ? reason : reason + ".";
  }

  private static String standard(Setting setting, Map<String, String> values) {
    return switch (setting.standard()) {
      case "{HOST}" -> isPublic(values) ? "0.0.0.0" : "127.0.0.1";
      case "{SCHEME}://localhost:{PORT}" ->
          scheme(values) + "://localhost:" + values.getOrDefault("PORT", "3001");
      case "{SCHEME}://localhost:{ADMIN_PORT}" ->
          scheme(values) + "://localhost:" + values.getOrDefault("ADMIN_PORT", "3002");
      case ".gatehouse" -> home().resolve(".gatehouse").toString();
      default -> setting.standard();
    };
  }

  private static String scheme(Map<String, String> values) {
    return values.containsKey("HTTPS_CERT_PATH") ? "https" : "http";
  }

  private static boolean isPublic(Map<String, String> values) {
    return Stream.of("ENDPOINT", "ADMIN_ENDPOINT")
        .map(values::get)
        .filter(Objects::nonNull)
        .anyMatch(SettingsTable::isElsewhere);
  }

  private static boolean isElsewhere(String endpoint) {
    try {
      String host = URI.create(endpoint.strip()).getHost();
      return host == null || !List.of("localhost", "127.0.0.1", "[::1]").contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The reference page. */
  static String page() {
    StringBuilder out = new StringBuilder(HEAD);
    for (RecordComponent component : components()) {
      Setting setting = of(component);
      boolean shown = !setting.standard().isEmpty() && !setting.standard().equals("{HOST}");
      String standard = shown ? "`" + setting.standard() + "`" : "";
      out.append("| `%s` | %s | %s |\n".formatted(setting.name(), standard, setting.about()));
    }
    return out.toString();
  }

  private static final String HEAD =
      """
      # Settings

      Environment variables, or lines `NAME=value` of `gatehouse.properties` (in the data folder, in the working folder, or where
      `GATEHOUSE_CONFIG` says). The environment wins. Durations are `500ms`, `5s`, `10m`, `2h` or `7d`. A name in the file, or one that
      begins with `GATEHOUSE_`, that is no setting is refused. `{PORT}` stands for that setting's value, `{SCHEME}` for `https` when
      `HTTPS_CERT_PATH` is set and for `http` otherwise. This page is generated.

      | name | default | what it is |
      |---|---|---|
      """;

  /** The same for a terminal. */
  public static String text() {
    StringBuilder out = new StringBuilder();
    for (RecordComponent component : components()) {
      Setting setting = of(component);
      boolean shown = !setting.standard().isEmpty() && !setting.standard().equals("{HOST}");
      out.append("  ")
          .append(setting.name())
          .append(shown ? "  [" + setting.standard() + "]" : "")
          .append('\n');
      out.append("      ").append(setting.about()).append('\n');
    }
    return out.toString();
  }
}
