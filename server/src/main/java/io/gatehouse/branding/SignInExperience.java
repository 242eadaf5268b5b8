package io.gatehouse.branding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.PasswordPolicy;
import io.gatehouse.guard.LockoutPolicy;
import io.gatehouse.platform.json.JsonCodec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How people sign in to a tenant's applications: the document of the Management API. */
public record SignInExperience(
    Looks.Color color,
    Looks.Branding branding,
    boolean hideLogtoBranding,
    Looks.LanguageInfo languageInfo,
    @Nullable String termsOfUseUrl,
    @Nullable String privacyPolicyUrl,
    TermsPolicy agreeToTermsPolicy,
    Methods.SignIn signIn,
    Methods.SignUp signUp,
    Methods.SocialSignIn socialSignIn,
    List<String> socialSignInConnectorTargets,
    SignInMode signInMode,
    @Nullable String customCss,
    Map<String, String> customContent,
    Looks.@Nullable CustomUiAssets customUiAssets,
    Looks.CustomUiCsp customUiCsp,
    PasswordPolicy passwordPolicy,
    Policies.Mfa mfa,
    Policies.Switch adaptiveMfa,
    @JsonInclude(JsonInclude.Include.NON_NULL) Policies.@Nullable TrustedDevice trustedDevice,
    boolean singleSignOnEnabled,
    @Nullable String supportEmail,
    @Nullable String supportWebsiteUrl,
    @Nullable String unknownSessionRedirectUrl,
    Policies.Switch captchaPolicy,
    LockoutPolicy sentinelPolicy,
    Policies.EmailBlocklist emailBlocklistPolicy,
    Policies.VerificationCode verificationCodePolicy,
    @Nullable List<Policies.ForgotPasswordMethod> forgotPasswordMethods,
    Policies.Passkey passkeySignIn,
    @Nullable List<Policies.ProfileField> signUpProfileFields,
    Policies.PasswordExpiration passwordExpiration,
    Policies.Username usernamePolicy) {

  /** Clients that know nothing of trusted devices get no word of them where nobody has set any. */
  public SignInExperience {
    trustedDevice = Policies.TrustedDevice.OFF.equals(trustedDevice) ? null : trustedDevice;
  }

  /** Whether browsers can be trusted, and for how long. */
  public Policies.TrustedDevice trust() {
    return Objects.requireNonNullElse(trustedDevice, Policies.TrustedDevice.OFF);
  }

  /** When people are asked to accept the terms. */
  public enum TermsPolicy {
    @JsonProperty("Automatic")
    AUTOMATIC,
    @JsonProperty("ManualRegistrationOnly")
    MANUAL_REGISTRATION_ONLY,
    @JsonProperty("Manual")
    MANUAL
  }

  /** Which of the two journeys are open. */
  public enum SignInMode {
    @JsonProperty("SignIn")
    SIGN_IN,
    @JsonProperty("Register")
    REGISTER,
    @JsonProperty("SignInAndRegister")
    SIGN_IN_AND_REGISTER
  }

  /** Whether whoever creates an account has to accept something first. */
  public boolean newcomersAcceptTerms() {
    return agreeToTermsPolicy != TermsPolicy.AUTOMATIC
        && (termsOfUseUrl != null || privacyPolicyUrl != null);
  }

  /** Whether it matters to a sign-in which further factors and passkeys somebody has. */
  public boolean regardsFactors() {
    return !mfa.factors().isEmpty() || passkeySignIn.on();
  }

  /** Whether people may create an account. */
  public boolean registers() {
    return signInMode != SignInMode.SIGN_IN;
  }

  /** Whether people with an account may sign in. */
  public boolean signsIn() {
    return signInMode != SignInMode.REGISTER;
  }

  /** With what the rules have made of three members. */
  SignInExperience with(
      Policies.PasswordExpiration expiration,
      List<String> targets,
      @Nullable List<Policies.ProfileField> fields) {
    return new SignInExperience(
        color,
        branding,
        hideLogtoBranding,
        languageInfo,
        termsOfUseUrl,
        privacyPolicyUrl,
        agreeToTermsPolicy,
        signIn,
        signUp,
        socialSignIn,
        targets,
        signInMode,
        customCss,
        customContent,
        customUiAssets,
        customUiCsp,
        passwordPolicy,
        mfa,
        adaptiveMfa,
        trustedDevice,
        singleSignOnEnabled,
        supportEmail,
        supportWebsiteUrl,
        unknownSessionRedirectUrl,
        captchaPolicy,
        sentinelPolicy,
        emailBlocklistPolicy,
        verificationCodePolicy,
        forgotPasswordMethods,
        passkeySignIn,
        fields,
        expiration,
        usernamePolicy);
  }

  /** The document with other members, as a PATCH gives them. */
  public static SignInExperience of(ObjectNode document) {
    return JsonCodec.mapper().convertValue(document, SignInExperience.class);
  }
}
