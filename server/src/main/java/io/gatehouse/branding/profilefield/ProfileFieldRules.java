package io.gatehouse.branding.profilefield;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.branding.profilefield.FieldConfig.Part;
import io.gatehouse.branding.profilefield.FieldConfig.PartConfig;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a field may be called and hold; the order of the checks is what clients see. */
final class ProfileFieldRules {
  static final Pattern NAME = Pattern.compile("^[0-9A-Za-z]+$");
  private static final Set<String> BUILT_IN = Set.of("preferredUsername");
  private static final Set<String> CUSTOM_DATA =
      Set.of(
          "onboarding",
          "ossOnboarding",
          "guideRequests",
          "adminConsolePreferences",
          "defaultTenantId");
  private static final Set<String> IDENTIFIERS =
      Set.of("username", "primaryEmail", "primaryPhone", "email", "phone");

  private ProfileFieldRules() {}

  /** Before a field is made: its parts and their options are not looked at yet. */
  static void checkNew(FieldInput field) {
    checkName(field.name());
    check(field, false);
  }

  /** Before a field is replaced: everything must be ready for use. */
  static void checkReplacement(FieldInput field) {
    check(field, true);
  }

  private static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw ProfileFieldError.INVALID_NAME.exception(Map.of("name", name));
    }
    checkReserved(name);
  }

  /** Whether the name belongs to something else. */
  static void checkReserved(String name) {
    if (BUILT_IN.contains(name)) {
      throw ProfileFieldError.NAME_IS_BUILT_IN.exception(Map.of("name", name));
    }
    if (CUSTOM_DATA.contains(name)) {
      throw ProfileFieldError.NAME_IS_CUSTOM_DATA.exception(Map.of("name", name));
    }
    if (IDENTIFIERS.contains(name)) {
      throw ProfileFieldError.NAME_IS_IDENTIFIER.exception(Map.of("name", name));
    }
  }

  private static void check(FieldInput field, boolean strict) {
    switch (field.read()) {
      case null -> {
        if (strict && field.type() == FieldType.Checkbox) {
          throw ProfileFieldError.INVALID_DEFAULT.exception();
        }
      }
      case FieldConfig.Text text -> checkBounds(text.minLength(), text.maxLength());
      case FieldConfig.Number number -> checkBounds(number.minValue(), number.maxValue());
      case FieldConfig.Address address ->
          checkParts(address.parts(), strict, ProfileFieldError.INVALID_ADDRESS);
      case FieldConfig.Fullname name ->
          checkParts(name.parts(), strict, ProfileFieldError.INVALID_FULLNAME);
      case FieldConfig.Checkbox box -> {
        if (strict && box.defaultValue() == null) {
          throw ProfileFieldError.INVALID_DEFAULT.exception();
        }
      }
      case FieldConfig.Select select -> {
        if (strict && select.options().isEmpty()) {
          throw ProfileFieldError.INVALID_OPTIONS.exception();
        }
      }
      case FieldConfig.Regex regex -> {
        if (strict) {
          checkRegex(regex.format());
        }
      }
      case FieldConfig.Date date -> {}
      case FieldConfig.Url url -> {}
    }
  }

  private static void checkBounds(@Nullable JsonNode least, @Nullable JsonNode most) {
    if (least != null && most != null && least.doubleValue() > most.doubleValue()) {
      throw ProfileFieldError.INVALID_BOUNDS.exception();
    }
  }

  private static void checkParts(
      List<? extends Part> parts, boolean strict, ProfileFieldError nothing) {
    if (parts.isEmpty()) {
      throw nothing.exception();
    }
    if (parts.stream().anyMatch(part -> part.type().isComposite())) {
      throw ProfileFieldError.INVALID_PART.exception();
    }
    if (strict) {
      parts.forEach(ProfileFieldRules::checkPart);
    }
  }

  private static void checkPart(Part part) {
    PartConfig config = part.config();
    switch (part.type()) {
      case Text -> checkBounds(config == null ? null : config.minLength(), most(config, true));
      case Number -> checkBounds(config == null ? null : config.minValue(), most(config, false));
      case Checkbox -> {
        if (config == null || config.defaultValue() == null) {
          throw ProfileFieldError.INVALID_DEFAULT.exception();
        }
      }
      case Select -> {
        if (config == null || config.options() == null || config.options().isEmpty()) {
          throw ProfileFieldError.INVALID_OPTIONS.exception();
        }
      }
      case Regex -> {
        if (config == null || config.format() == null) {
          throw ProfileFieldError.INVALID_REGEX.exception();
        }
        checkRegex(config.format());
      }
      case Date, Url, Address, Fullname -> {}
    }
  }

  private static @Nullable Integer most(@Nullable PartConfig config, boolean length) {
    return config == null ? null : length ? config.maxLength() : config.maxValue();
  }

  private static void checkBounds(@Nullable Integer least, @Nullable Integer most) {
    if (least != null && most != null && least > most) {
      throw ProfileFieldError.INVALID_BOUNDS.exception();
    }
  }

  private static void checkRegex(String format) {
    try {
      Pattern.compile(format);
    } catch (PatternSyntaxException e) {
      throw ProfileFieldError.INVALID_REGEX.exception();
    }
  }

  /** Those that come more than once, each told once. */
  static List<String> repeated(Collection<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream().filter(name -> !seen.add(name)).distinct().toList();
  }
}
