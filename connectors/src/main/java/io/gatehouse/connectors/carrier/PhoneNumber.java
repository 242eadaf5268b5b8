package io.gatehouse.connectors.carrier;

import static io.gatehouse.connectors.ConnectorError.INVALID_REQUEST_PARAMETERS;

import io.gatehouse.connectors.Message;
import java.util.regex.Pattern;

/** A phone number with its country code, digits only. */
public record PhoneNumber(String digits) {
  private static final Pattern CHINESE = Pattern.compile("86(1[3-9]\\d{9})");
  private static final Pattern BARE_CHINESE = Pattern.compile("1[3-9]\\d{9}");

  /** Who gets the message. */
  public static PhoneNumber of(Message message) {
    String to = message.to();
    String digits = to.startsWith("+") ? to.substring(1) : to;
    if (!digits.matches("\\d{1,15}")) {
      throw INVALID_REQUEST_PARAMETERS.exception("The recipient is not a phone number.");
    }
    return new PhoneNumber(digits);
  }

  /** With a plus before it (E.164). */
  public String international() {
    return "+" + digits;
  }

  /** Whether it is a mobile phone of mainland China. */
  public boolean chinese() {
    return CHINESE.matcher(digits).matches();
  }

  /**
   * Whether it would be one if its country code were missing. Some North American numbers look the
   * same.
   */
  public boolean looksChinese() {
    return BARE_CHINESE.matcher(digits).matches();
  }

  /** A Chinese number without the country code; others as they are. */
  public String domestic() {
    return chinese() ? digits.substring(2) : digits;
  }
}
