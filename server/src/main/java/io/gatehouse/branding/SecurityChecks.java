package io.gatehouse.branding;

import io.gatehouse.branding.ConnectorKinds.Present;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.Policies.ForgotPasswordMethod;
import io.gatehouse.platform.error.RequestError;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the protective settings fit together. */
final class SecurityChecks {
  private SecurityChecks() {}

  static void mfa(SignInExperience after) {
    List<Factor> factors = after.mfa().factors();
    require(
        factors.isEmpty() || EnumSet.copyOf(factors).size() == factors.size(),
        SignInExperienceError.DUPLICATED_MFA_FACTORS);
    require(
        !factors.equals(List.of(Factor.BACKUP_CODE)),
        SignInExperienceError.BACKUP_CODE_CANNOT_BE_ENABLED_ALONE);
    require(
        !factors.contains(Factor.EMAIL_CODE) || !signsInByCode(after, IdentifierType.EMAIL),
        SignInExperienceError.EMAIL_VERIFICATION_CODE_CANNOT_BE_USED_FOR_MFA);
    require(
        !factors.contains(Factor.PHONE_CODE) || !signsInByCode(after, IdentifierType.PHONE),
        SignInExperienceError.PHONE_VERIFICATION_CODE_CANNOT_BE_USED_FOR_MFA);
  }

  static void adaptive(SignInExperience after) {
    boolean mandatory = after.mfa().policy().mandatoryPrompt();
    if (after.adaptiveMfa().on()) {
      require(!after.mfa().factors().isEmpty(), SignInExperienceError.ADAPTIVE_MFA_REQUIRES_MFA);
      require(mandatory, SignInExperienceError.ADAPTIVE_MFA_REQUIRES_NON_SKIPPABLE_POLICY);
    } else {
      require(!mandatory, SignInExperienceError.NON_ADAPTIVE_MFA_REQUIRES_SKIPPABLE_POLICY);
    }
  }

  static void forgotPassword(@Nullable List<ForgotPasswordMethod> methods, Present connectors) {
    for (ForgotPasswordMethod method :
        methods == null ? List.<ForgotPasswordMethod>of() : methods) {
      boolean carried =
          switch (method) {
            case EMAIL_CODE -> connectors.email();
            case PHONE_CODE -> connectors.sms();
          };
      if (!carried) {
        throw SignInExperienceError.FORGOT_PASSWORD_METHOD_REQUIRES_CONNECTOR.exception(
            Map.of("method", method == ForgotPasswordMethod.EMAIL_CODE ? "Email" : "Sms"));
      }
    }
  }

  /** The stored expiration with what was given of it; a usable way to recover must exist. */
  static Policies.PasswordExpiration expiration(
      SignInExperience after,
      SignInExperiencePatch.@Nullable Expiration given,
      Present connectors,
      long now) {
    Policies.PasswordExpiration before = after.passwordExpiration();
    Policies.PasswordExpiration result = before;
    if (given != null && Boolean.TRUE.equals(given.enabled())) {
      Long since = before.on() ? before.enabledAt() : Long.valueOf(now);
      result = new Policies.PasswordExpiration(true, given.validPeriodDays(), since);
    } else if (given != null && given.enabled() != null) {
      result = new Policies.PasswordExpiration(false, null, null);
    }
    require(
        !result.on() || recovers(after.forgotPasswordMethods(), connectors),
        SignInExperienceError.PASSWORD_EXPIRATION_REQUIRES_FORGOT_PASSWORD);
    return result;
  }

  static void blocklist(Policies.EmailBlocklist policy) {
    if (Boolean.TRUE.equals(policy.blockDisposableAddresses())) {
      throw RequestError.invalidInput("Disposable addresses cannot be told here.");
    }
    Stream.of(policy.customAllowlist(), policy.customBlocklist())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .forEach(item ->
            require(
                EmailBlocklistRules.isItem(item),
                SignInExperienceError.INVALID_CUSTOM_EMAIL_BLOCKLIST_FORMAT));
  }

  private static boolean recovers(
      @Nullable List<ForgotPasswordMethod> methods, Present connectors) {
    return connectors.email()
            && (methods == null || methods.contains(ForgotPasswordMethod.EMAIL_CODE))
        || connectors.sms()
            && (methods == null || methods.contains(ForgotPasswordMethod.PHONE_CODE));
  }

  private static boolean signsInByCode(SignInExperience after, IdentifierType type) {
    return after.signIn().of(type).filter(Methods.Method::verificationCode).isPresent();
  }

  private static void require(boolean holds, SignInExperienceError otherwise) {
    if (!holds) {
      throw otherwise.exception();
    }
  }
}
