package io.gatehouse.user;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The normalised forms under which people are found: two spellings of one address, number or name
 * have one key.
 */
public final class UserKeys {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@]{1,128}@[^\\s@.]+(\\.[^\\s@.]+)+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9\\s().-]{2,30}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private UserKeys() {}

  /** The key of an e-mail address: lower case. */
  public static String email(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The key of a phone number: its digits, country code first, without the zero that some countries
   * dial before a number at home.
   */
  public static String phone(String number) {
    String digits = number.replaceAll("[^0-9]", "");
    try {
      PhoneNumber parsed = PhoneNumberUtil.getInstance().parse("+" + digits, null);
      if (PhoneNumberUtil.getInstance().isValidNumber(parsed)) {
        return PhoneNumberUtil.getInstance().format(parsed, PhoneNumberFormat.E164).substring(1);
      }
    } catch (NumberParseException e) {
      // No number of any country: its digits are all there is to compare.
    }
    return digits;
  }

  /** The key of a username, by the tenant's policy. */
  public static String username(String name, boolean caseSensitive) {
    return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
  }

  /** The key of any identifier. */
  public static String of(Identifier identifier, boolean usernamesCaseSensitive) {
    return switch (identifier.type()) {
      case USERNAME -> username(identifier.value(), usernamesCaseSensitive);
      case EMAIL -> email(identifier.value());
      case PHONE -> phone(identifier.value());
    };
  }

  public static boolean looksLikeEmail(String text) {
    return text.length() <= 128 && EMAIL.matcher(text).matches();
  }

  /** Whether a person who typed this meant a phone number. */
  public static boolean looksLikePhone(String text) {
    return PHONE.matcher(text).matches();
  }

  /** The wire's form of a phone number: digits only. */
  public static boolean isDigits(String text) {
    return DIGITS.matcher(text).matches();
  }
}
