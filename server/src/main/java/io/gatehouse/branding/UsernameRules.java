package io.gatehouse.branding;

import io.gatehouse.platform.error.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a username that somebody chooses against the tenant's policy. */
public final class UsernameRules {
  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9_]*");
  private static final Pattern UPPER = Pattern.compile("[A-Z]");
  private static final Pattern LOWER = Pattern.compile("[a-z]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]");

  private UsernameRules() {}

  /** What is wrong with a username. */
  public enum Fault implements ErrorCode {
    REQUIRED("required"),
    STARTS_WITH_NUMBER("starts_with_number"),
    CHARACTER("invalid_charset_hard"),
    TOO_SHORT("too_short"),
    TOO_LONG("too_long"),
    UPPERCASE("uppercase_not_allowed"),
    LOWERCASE("lowercase_not_allowed"),
    NUMBERS("numbers_not_allowed"),
    UNDERSCORE("underscore_not_allowed");

    private final String name;

    Fault(String name) {
      this.name = name;
    }

    @Override
    public String code() {
      return "user.username_" + name;
    }

    @Override
    public int status() {
      return 422;
    }
  }

  /** The first fault of the name, or null when it may be used. */
  public static @Nullable Fault check(Policies.Username policy, String name) {
    if (name.isEmpty()) {
      return Fault.REQUIRED;
    }
    if (NUMBER.matcher(name).lookingAt()) {
      return Fault.STARTS_WITH_NUMBER;
    }
    if (!CHARACTERS.matcher(name).matches()) {
      return Fault.CHARACTER;
    }
    if (name.length() < policy.minLength()) {
      return Fault.TOO_SHORT;
    }
    return name.length() > policy.maxLength() ? Fault.TOO_LONG : characters(policy, name);
  }

  private static @Nullable Fault characters(Policies.Username policy, String name) {
    Policies.AllowedChars allowed = policy.allowedChars();
    if (!allowed.uppercase() && UPPER.matcher(name).find()) {
      return Fault.UPPERCASE;
    }
    if (!allowed.lowercase() && LOWER.matcher(name).find()) {
      return Fault.LOWERCASE;
    }
    if (!allowed.numbers() && NUMBER.matcher(name).find()) {
      return Fault.NUMBERS;
    }
    return !allowed.underscore() && name.indexOf('_') >= 0 ? Fault.UNDERSCORE : null;
  }
}
