package io.gatehouse.branding.captcha;

import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.connectors.Outside;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Tells people from programs, by the provider that the tenant has configured. */
@Singleton
public class Captchas {
  /** Longer than any token that a provider hands out. */
  private static final int LONGEST = 16_384;

  private final CaptchaProviders providers;
  private final SignInExperiences experiences;
  private final Outside outside;

  Captchas(CaptchaProviders providers, SignInExperiences experiences, Outside outside) {
    this.providers = providers;
    this.experiences = experiences;
    this.outside = outside;
  }

  /** What pages show; nothing where captchas are off, or no provider is configured. */
  public Optional<CaptchaWidget> widget(TenantId tenant) {
    return experiences.of(tenant).captchaPolicy().on()
        ? providers.find(tenant).map(found -> CaptchaWidget.of(found.keys(), outside))
        : Optional.empty();
  }

  /**
   * Asks the provider about a token. It is never passed where the provider does not say so: not
   * configured, not reached, not in time.
   *
   * @return why it is refused, for administrators; empty where somebody has passed
   */
  public Optional<String> refusal(TenantId tenant, String token) {
    Optional<CaptchaProvider> provider = providers.find(tenant);
    if (provider.isEmpty()) {
      return Optional.of("no provider is configured");
    }
    if (token.isBlank() || token.length() > LONGEST) {
      return Optional.of("the token is empty or too long");
    }
    try {
      return switch (provider.get().keys()) {
        case CaptchaConfig.Turnstile keys -> Siteverify.refusal(keys, token, outside);
        case CaptchaConfig.Recaptcha keys -> Assessment.refusal(keys, token, outside);
      };
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
