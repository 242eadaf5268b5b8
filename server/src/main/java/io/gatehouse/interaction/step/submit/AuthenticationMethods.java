package io.gatehouse.interaction.step.submit;

import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.user.User;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * By which means a person has signed in, as {@code amr} tells it. A sign-in elsewhere has no
 * registered value, "fed" is the usual one.
 *
 * <p>Source: [RFC 8176 §2](https://www.rfc-editor.org/rfc/rfc8176#section-2)
 */
final class AuthenticationMethods {
  private static final String PASSWORD = "pwd";
  private static final String ONE_TIME = "otp";
  private static final String TEXT_MESSAGE = "sms";
  private static final String ELSEWHERE = "fed";
  private static final String PRESENCE = "user";

  /** A passkey is two already: the device, and what unlocks it. */
  private static final String SEVERAL_FACTORS = "mfa";

  private AuthenticationMethods() {}

  /** Of what was proved; a factor that is only being added is none. */
  static List<String> of(InteractionState state, User user) {
    Set<String> methods = new LinkedHashSet<>();
    boolean second = false;
    for (VerificationRecord record : state.verificationRecords()) {
      if (record instanceof VerificationRecord.SecondFactor factor) {
        if (factor.proves(user)) {
          methods.addAll(of(factor));
          second = true;
        }
      } else if (record instanceof VerificationRecord.SignInPasskey passkey) {
        methods.addAll(passkey.proves(user.id()) ? of(passkey) : List.of());
      } else if (record.verified()) {
        methods.addAll(of(record));
      }
    }
    if (second) {
      methods.add(SEVERAL_FACTORS);
    }
    return List.copyOf(methods);
  }

  private static List<String> of(VerificationRecord record) {
    return switch (record) {
      case VerificationRecord.Password password -> List.of(PASSWORD);
      case VerificationRecord.NewIdentity identity -> List.of(PASSWORD);
      case VerificationRecord.EmailCode code -> List.of(ONE_TIME);
      case VerificationRecord.OneTimeToken token -> List.of(ONE_TIME);
      case VerificationRecord.PhoneCode code -> List.of(ONE_TIME, TEXT_MESSAGE);
      case VerificationRecord.Social account -> List.of(ELSEWHERE);
      case VerificationRecord.EnterpriseSso account -> List.of(ELSEWHERE);
      case VerificationRecord.Totp app -> List.of(ONE_TIME);
      case VerificationRecord.BackupCode code -> List.of(ONE_TIME);
      case VerificationRecord.MfaEmailCode code -> List.of(ONE_TIME);
      case VerificationRecord.MfaPhoneCode code -> List.of(ONE_TIME, TEXT_MESSAGE);
      case VerificationRecord.WebAuthn key -> List.of(key(key.copied()), PRESENCE);
      case VerificationRecord.SignInPasskey passkey ->
          List.of(key(passkey.copied()), PRESENCE, SEVERAL_FACTORS);
    };
  }

  /** A passkey that can be on several devices is kept by software. */
  private static String key(boolean copied) {
    return copied ? "swk" : "hwk";
  }
}
