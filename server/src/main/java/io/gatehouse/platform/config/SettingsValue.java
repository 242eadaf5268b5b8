package io.gatehouse.platform.config;

import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.DatabaseUrl;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of one setting into its type; an {@link IllegalArgumentException} says what would
 * have been right.
 */
final class SettingsValue {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)?");

  private SettingsValue() {}

  static @Nullable Object parse(RecordComponent component, Setting setting, String text) {
    Class<?> type = component.getType();
    if (type == List.class) {
      List<String> listed =
          Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
      return component.getGenericType().getTypeName().contains("AddressRange")
          ? listed.stream().map(SettingsValue::range).toList()
          : listed;
    }
    if (text.isEmpty()) {
      return null;
    }
    return switch (type.getSimpleName()) {
      case "String" -> text;
      case "int" -> number(text);
      case "double" -> fraction(text);
      case "boolean" -> truth(text);
      case "Duration" -> duration(text, setting.unit());
      case "URI" -> webUrl(text);
      case "DatabaseUrl" -> DatabaseUrl.parse(text);
      case "Path" ->
          setting.name().equals("GATEHOUSE_DATA")
              ? Path.of(text).toAbsolutePath().normalize()
              : readable(text);
      case "MasterKeys" -> MasterKeys.parse(text);
      case "HeaderNames" -> HeaderNames.parse(text);
      case "LogFormat" -> logFormat(text);
      default -> throw new IllegalStateException("no way to read a " + type);
    };
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a whole number is needed", e);
    }
  }

  private static double fraction(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number is needed", e);
    }
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes", "y" -> true;
      case "0", "false", "no", "n" -> false;
      default -> throw new IllegalArgumentException("true or false is needed");
    };
  }

  private static Duration duration(String text, Setting.Unit bare) {
    if (text.equals("DISABLE_TIMEOUT")) {
      return Duration.ZERO;
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a duration such as 500ms, 5s, 10m, 2h or 7d is needed");
    }
    long amount = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2);
    return switch (unit == null ? (bare == Setting.Unit.SECONDS ? "s" : "ms") : unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static URI webUrl(String text) {
    URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("an address such as https://id.example.com is needed");
    }
    return uri;
  }

  private static Path readable(String text) {
    Path path = Path.of(text).toAbsolutePath().normalize();
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException("there is no such file, or it cannot be read");
    }
    return path;
  }

  private static AddressRange range(String text) {
    try {
      return AddressRange.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("address ranges such as 10.1.0.0/16 are needed", e);
    }
  }

  private static LogFormat logFormat(String text) {
    return switch (text) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default -> throw new IllegalArgumentException("text or json is needed");
    };
  }
}
