package io.gatehouse.branding;

import io.gatehouse.credential.PasswordPolicy;
import io.gatehouse.guard.LockoutPolicy;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a PATCH changes: the members that it names, each as a whole. */
@Input
public record SignInExperiencePatch(
    Looks.@Nullable Color color,
    Looks.@Nullable Branding branding,
    @Nullable Boolean hideLogtoBranding,
    Looks.@Nullable LanguageInfo languageInfo,
    Change<@EmptyIsNull @Url @Size(max = 2048) String> termsOfUseUrl,
    Change<@EmptyIsNull @Url @Size(max = 2048) String> privacyPolicyUrl,
    SignInExperience.@Nullable TermsPolicy agreeToTermsPolicy,
    Methods.@Nullable SignIn signIn,
    Methods.@Nullable SignUp signUp,
    Methods.@Nullable SocialSignIn socialSignIn,
    @Nullable List<String> socialSignInConnectorTargets,
    SignInExperience.@Nullable SignInMode signInMode,
    Change<@EmptyIsNull String> customCss,
    @Nullable Map<String, String> customContent,
    Change<Looks.CustomUiAssets> customUiAssets,
    Looks.@Nullable CustomUiCsp customUiCsp,
    @Nullable PasswordPolicy passwordPolicy,
    Policies.@Nullable Mfa mfa,
    Policies.@Nullable Switch adaptiveMfa,
    Policies.@Nullable TrustedDevice trustedDevice,
    @Nullable Boolean singleSignOnEnabled,
    Change<@EmptyIsNull @Email @Size(max = 128) String> supportEmail,
    Change<@EmptyIsNull @Url @Size(max = 2048) String> supportWebsiteUrl,
    Change<@EmptyIsNull @Url @Size(max = 2048) String> unknownSessionRedirectUrl,
    Policies.@Nullable Switch captchaPolicy,
    @Nullable LockoutPolicy sentinelPolicy,
    Policies.@Nullable EmailBlocklist emailBlocklistPolicy,
    Policies.@Nullable VerificationCode verificationCodePolicy,
    Change<List<Policies.ForgotPasswordMethod>> forgotPasswordMethods,
    Policies.@Nullable Passkey passkeySignIn,
    Change<List<Policies.ProfileField>> signUpProfileFields,
    @Nullable Expiration passwordExpiration,
    Policies.@Nullable Username usernamePolicy) {

  /** How long a password may be used; {@code enabledAt} is the server's to say. */
  @Input
  public record Expiration(@Nullable Boolean enabled, @Min(1) @Nullable Integer validPeriodDays) {
    public Expiration {
      if (Boolean.TRUE.equals(enabled) && validPeriodDays == null) {
        throw new IllegalArgumentException("validPeriodDays is needed.");
      }
    }
  }

  /** The settings after the change. */
  public SignInExperience applyTo(SignInExperience now) {
    return new SignInExperience(
        or(color, now.color()),
        or(branding, now.branding()),
        or(hideLogtoBranding, now.hideLogtoBranding()),
        or(languageInfo, now.languageInfo()),
        termsOfUseUrl.applyTo(now.termsOfUseUrl()),
        privacyPolicyUrl.applyTo(now.privacyPolicyUrl()),
        or(agreeToTermsPolicy, now.agreeToTermsPolicy()),
        or(signIn, now.signIn()),
        or(signUp, now.signUp()),
        or(socialSignIn, now.socialSignIn()),
        or(socialSignInConnectorTargets, now.socialSignInConnectorTargets()),
        or(signInMode, now.signInMode()),
        customCss.applyTo(now.customCss()),
        or(customContent, now.customContent()),
        customUiAssets.applyTo(now.customUiAssets()),
        or(customUiCsp, now.customUiCsp()),
        or(passwordPolicy, now.passwordPolicy()),
        or(mfa, now.mfa()),
        adaptiveAfter(now),
        or(trustedDevice, now.trust()),
        or(singleSignOnEnabled, now.singleSignOnEnabled()),
        supportEmail.applyTo(now.supportEmail()),
        supportWebsiteUrl.applyTo(now.supportWebsiteUrl()),
        unknownSessionRedirectUrl.applyTo(now.unknownSessionRedirectUrl()),
        or(captchaPolicy, now.captchaPolicy()),
        or(sentinelPolicy, now.sentinelPolicy()),
        or(deduplicated(emailBlocklistPolicy), now.emailBlocklistPolicy()),
        or(verificationCodePolicy, now.verificationCodePolicy()),
        forgotPasswordMethods.applyTo(now.forgotPasswordMethods()),
        or(passkeySignIn, now.passkeySignIn()),
        signUpProfileFields.applyTo(now.signUpProfileFields()),
        now.passwordExpiration(),
        or(usernamePolicy, now.usernamePolicy()));
  }

  /** Whether it names nothing that there is. */
  boolean isEmpty() {
    for (var component : SignInExperiencePatch.class.getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(this);
        if (value instanceof Change<?> change ? change.isSet() : value != null) {
          return false;
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return true;
  }

  private Policies.Switch adaptiveAfter(SignInExperience now) {
    if (adaptiveMfa == null && mfa != null && mfa.factors().isEmpty()) {
      return new Policies.Switch(false);
    }
    return or(adaptiveMfa, now.adaptiveMfa());
  }

  private static Policies.@Nullable EmailBlocklist deduplicated(
      Policies.@Nullable EmailBlocklist policy) {
    return policy == null
        ? null
        : new Policies.EmailBlocklist(
            policy.blockDisposableAddresses(),
            policy.blockSubaddressing(),
            distinct(policy.customAllowlist()),
            distinct(policy.customBlocklist()));
  }

  private static @Nullable List<String> distinct(@Nullable List<String> items) {
    return items == null ? null : List.copyOf(new LinkedHashSet<>(items));
  }

  private static <T> T or(@Nullable T given, T now) {
    return given == null ? now : given;
  }
}
