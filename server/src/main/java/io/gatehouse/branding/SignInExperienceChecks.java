package io.gatehouse.branding;

import static io.gatehouse.branding.SignInExperienceError.AT_LEAST_ONE_AUTHENTICATION_FACTOR;
import static io.gatehouse.branding.SignInExperienceError.CODE_SIGN_IN_MUST_BE_ENABLED;
import static io.gatehouse.branding.SignInExperienceError.DUPLICATED_SIGN_UP_IDENTIFIERS;
import static io.gatehouse.branding.SignInExperienceError.EMAIL_VERIFICATION_CODE_CANNOT_BE_USED_FOR_SIGN_IN;
import static io.gatehouse.branding.SignInExperienceError.ENABLED_CONNECTOR_NOT_FOUND;
import static io.gatehouse.branding.SignInExperienceError.MISSING_SIGN_UP_IDENTIFIERS;
import static io.gatehouse.branding.SignInExperienceError.PASSWORDLESS_REQUIRES_VERIFY;
import static io.gatehouse.branding.SignInExperienceError.PHONE_VERIFICATION_CODE_CANNOT_BE_USED_FOR_SIGN_IN;

import io.gatehouse.branding.ConnectorKinds.Present;
import io.gatehouse.branding.Methods.SignUpIdentifier;
import io.gatehouse.branding.Policies.Factor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether sign-in and registration fit together, and with the connectors that they need. */
final class SignInExperienceChecks {
  private SignInExperienceChecks() {}

  static void signUp(Methods.SignUp signUp, Present connectors) {
    List<Methods.Secondary> secondary = signUp.secondary();
    require(secondary.isEmpty() || !signUp.identifiers().isEmpty(), MISSING_SIGN_UP_IDENTIFIERS);
    Set<SignUpIdentifier> seen = EnumSet.noneOf(SignUpIdentifier.class);
    signUp.identifiers().forEach(each -> add(SignUpIdentifier.of(each), seen));
    secondary.forEach(each -> add(each.identifier(), seen));
    boolean addresses =
        signUp.identifiers().stream().anyMatch(each -> each != IdentifierType.USERNAME);
    require(!addresses || signUp.verify(), PASSWORDLESS_REQUIRES_VERIFY);
    for (Methods.Secondary each : secondary) {
      require(
          each.identifier() == SignUpIdentifier.USERNAME || Boolean.TRUE.equals(each.verify()),
          PASSWORDLESS_REQUIRES_VERIFY);
    }
    boolean either = seen.contains(SignUpIdentifier.EMAIL_OR_PHONE);
    requireConnector(
        connectors.email() || !either && !seen.contains(SignUpIdentifier.EMAIL), "Email");
    requireConnector(connectors.sms() || !either && !seen.contains(SignUpIdentifier.PHONE), "Sms");
  }

  static void signIn(SignInExperience after, Present connectors) {
    Methods.SignUp signUp = after.signUp();
    for (Methods.Method method : after.signIn().methods()) {
      boolean email = method.identifier() == IdentifierType.EMAIL;
      boolean phone = method.identifier() == IdentifierType.PHONE;
      requireConnector(!method.verificationCode() || !email || connectors.email(), "Email");
      requireConnector(!method.verificationCode() || !phone || connectors.sms(), "Sms");
      require(method.password() || method.verificationCode(), AT_LEAST_ONE_AUTHENTICATION_FACTOR);
      require(
          !signUp.verify() || signUp.password() || !email && !phone || method.verificationCode(),
          CODE_SIGN_IN_MUST_BE_ENABLED);
      if (method.verificationCode()) {
        List<Factor> factors = after.mfa().factors();
        require(
            !email || !factors.contains(Factor.EMAIL_CODE),
            EMAIL_VERIFICATION_CODE_CANNOT_BE_USED_FOR_SIGN_IN);
        require(
            !phone || !factors.contains(Factor.PHONE_CODE),
            PHONE_VERIFICATION_CODE_CANNOT_BE_USED_FOR_SIGN_IN);
      }
    }
  }

  private static void add(SignUpIdentifier identifier, Set<SignUpIdentifier> seen) {
    boolean clash =
        switch (identifier) {
          case EMAIL_OR_PHONE ->
              seen.contains(SignUpIdentifier.EMAIL) || seen.contains(SignUpIdentifier.PHONE);
          case EMAIL, PHONE -> seen.contains(SignUpIdentifier.EMAIL_OR_PHONE);
          case USERNAME -> false;
        };
    require(!clash && seen.add(identifier), DUPLICATED_SIGN_UP_IDENTIFIERS);
  }

  private static void requireConnector(boolean holds, String type) {
    if (!holds) {
      throw ENABLED_CONNECTOR_NOT_FOUND.exception(Map.of("type", type));
    }
  }

  private static void require(boolean holds, SignInExperienceError otherwise) {
    if (!holds) {
      throw otherwise.exception();
    }
  }
}
