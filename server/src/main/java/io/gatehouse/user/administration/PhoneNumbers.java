package io.gatehouse.user.administration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.gatehouse.platform.input.Change;
import io.gatehouse.user.UserError;

/** The form in which phone numbers are stored: country code and national number, digits only. */
final class PhoneNumbers {
  private PhoneNumbers() {}

  /** The form to store, or the end of the request when this is no number of any country. */
  static String canonical(String digits) {
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      return numbers.format(numbers.parse("+" + digits, null), PhoneNumberFormat.E164).substring(1);
    } catch (NumberParseException e) {
      throw UserError.INVALID_PHONE.exception();
    }
  }

  /** The patch with its number, if any, in that form. */
  static UserPatch canonical(UserPatch patch) {
    String digits = patch.primaryPhone().value();
    return digits == null
        ? patch
        : new UserPatch(
            patch.username(),
            patch.primaryEmail(),
            Change.to(canonical(digits)),
            patch.name(),
            patch.avatar(),
            patch.customData(),
            patch.profile());
  }
}
