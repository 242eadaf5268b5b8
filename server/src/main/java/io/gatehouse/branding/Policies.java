package io.gatehouse.branding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the settings that protect accounts. */
public final class Policies {
  private Policies() {}

  /** A policy that is on or off. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Switch(@Nullable Boolean enabled) {
    public boolean on() {
      return Boolean.TRUE.equals(enabled);
    }
  }

  /** Further factors, and whom they are asked of. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mfa(
      List<Factor> factors,
      MfaPolicy policy,
      @Nullable OrganizationMfaPolicy organizationRequiredMfaPolicy) {}

  /** A further factor. */
  public enum Factor {
    @JsonProperty("Totp")
    TOTP("Totp"),
    @JsonProperty("WebAuthn")
    WEB_AUTHN("WebAuthn"),
    @JsonProperty("BackupCode")
    BACKUP_CODE("BackupCode"),
    @JsonProperty("EmailVerificationCode")
    EMAIL_CODE("EmailVerificationCode"),
    @JsonProperty("PhoneVerificationCode")
    PHONE_CODE("PhoneVerificationCode");

    private final String wire;

    Factor(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  /** When people are asked to set a further factor up. */
  public enum MfaPolicy {
    @JsonProperty("UserControlled")
    USER_CONTROLLED,
    @JsonProperty("Mandatory")
    MANDATORY,
    @JsonProperty("PromptOnlyAtSignIn")
    PROMPT_ONLY_AT_SIGN_IN,
    @JsonProperty("PromptAtSignInAndSignUp")
    PROMPT_AT_SIGN_IN_AND_SIGN_UP,
    @JsonProperty("NoPrompt")
    NO_PROMPT,
    @JsonProperty("PromptAtSignInAndSignUpMandatory")
    PROMPT_AT_SIGN_IN_AND_SIGN_UP_MANDATORY,
    @JsonProperty("PromptOnlyAtSignInMandatory")
    PROMPT_ONLY_AT_SIGN_IN_MANDATORY;

    /** Whether it is a policy that nobody may skip, as adaptive factors need. */
    boolean mandatoryPrompt() {
      return this == PROMPT_AT_SIGN_IN_AND_SIGN_UP_MANDATORY
          || this == PROMPT_ONLY_AT_SIGN_IN_MANDATORY;
    }

    /** Whether people decide themselves whether they have a further factor. */
    public boolean skippable() {
      return this != MANDATORY && !mandatoryPrompt();
    }

    /** Whether newcomers are left alone. */
    public boolean onlyAtSignIn() {
      return this == PROMPT_ONLY_AT_SIGN_IN || this == PROMPT_ONLY_AT_SIGN_IN_MANDATORY;
    }
  }

  /** What members of organizations that ask for a further factor are asked. */
  public enum OrganizationMfaPolicy {
    @JsonProperty("NoPrompt")
    NO_PROMPT,
    @JsonProperty("Mandatory")
    MANDATORY
  }

  /** Browsers in which people need not show a further factor again for some time. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TrustedDevice(
      @Nullable Boolean enabled, @Min(1) @Max(365) @Nullable Integer durationDays) {
    private static final int USUAL_DAYS = 30;

    /** Where a tenant has said nothing. */
    public static final TrustedDevice OFF = new TrustedDevice(null, null);

    public boolean on() {
      return Boolean.TRUE.equals(enabled);
    }

    public int days() {
      return durationDays == null ? USUAL_DAYS : durationDays;
    }

    public Duration life() {
      return Duration.ofDays(days());
    }
  }

  /** Which addresses may not register. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EmailBlocklist(
      @Nullable Boolean blockDisposableAddresses,
      @Nullable Boolean blockSubaddressing,
      @Nullable List<String> customAllowlist,
      @Nullable List<String> customBlocklist) {}

  /** How long a code works, and how often it may be mistyped. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record VerificationCode(
      @Min(60) @Max(3600) @Nullable Integer expirationDuration,
      @Min(1) @Max(100) @Nullable Integer maxRetryAttempts) {
    private static final int USUAL_SECONDS = 600;
    private static final int USUAL_TRIES = 10;

    public Duration life() {
      return Duration.ofSeconds(expirationDuration == null ? USUAL_SECONDS : expirationDuration);
    }

    public int tries() {
      return maxRetryAttempts == null ? USUAL_TRIES : maxRetryAttempts;
    }
  }

  /** How a forgotten password's owner is recognised. */
  public enum ForgotPasswordMethod {
    @JsonProperty("EmailVerificationCode")
    EMAIL_CODE,
    @JsonProperty("PhoneVerificationCode")
    PHONE_CODE
  }

  /** Passkeys as the first factor. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Passkey(
      @Nullable Boolean enabled,
      @Nullable Boolean showPasskeyButton,
      @Nullable Boolean allowAutofill) {
    public boolean on() {
      return Boolean.TRUE.equals(enabled);
    }

    /** Whether the sign-in page has a button for them. */
    public boolean hasButton() {
      return on() && Boolean.TRUE.equals(showPasskeyButton);
    }

    /** Whether they are met only by whoever has said who they are. */
    public boolean afterIdentifier() {
      return on() && !hasButton();
    }

    /** Whether browsers offer them where the identifier is typed. */
    public boolean fillsIn() {
      return on() && Boolean.TRUE.equals(allowAutofill);
    }
  }

  /** A custom field of the registration form. */
  @Input
  public record ProfileField(String name) {}

  /**
   * How long a password may be used.
   *
   * @param enabledAt epoch milliseconds; passwords without a date count from here
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PasswordExpiration(
      @Nullable Boolean enabled, @Nullable Integer validPeriodDays, @Nullable Long enabledAt) {
    public boolean on() {
      return Boolean.TRUE.equals(enabled);
    }
  }

  /** Which usernames may be chosen. */
  @Input
  public record Username(
      boolean caseSensitive,
      @Min(1) @Max(128) int minLength,
      @Min(1) @Max(128) int maxLength,
      AllowedChars allowedChars) {
    public Username {
      if (minLength > maxLength) {
        throw new IllegalArgumentException("minLength is greater than maxLength.");
      }
    }
  }

  /** Kinds of characters of a username. */
  @Input
  public record AllowedChars(
      boolean lowercase, boolean uppercase, boolean numbers, boolean underscore) {
    public AllowedChars {
      if (!lowercase && !uppercase && !underscore) {
        throw new IllegalArgumentException(
            "One of lowercase, uppercase and underscore must be allowed.");
      }
    }
  }
}
