package io.gatehouse.signin.mfa;

import io.gatehouse.branding.page.MfaStep.Trust;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.TrustStep;
import io.gatehouse.interaction.step.mfa.TrustedBrowser;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The box by which people trust a browser, beside a second step that they prove or set up. */
@Singleton
class TrustBox {
  private static final String FIELD = "trust";

  private final TrustStep trust;
  private final TrustedBrowser trusted;
  private final InstantSource clock;

  TrustBox(TrustStep trust, TrustedBrowser trusted, InstantSource clock) {
    this.trust = trust;
    this.trusted = trusted;
    this.clock = clock;
  }

  /**
   * The box as the page shows it; null where it is not offered.
   *
   * @param form which the person has sent; null where they come to the page
   */
  @Nullable Trust of(Journey journey, @Nullable Form form) {
    return trusted.offered(journey)
        ? new Trust(
            clock.instant().plus(journey.experience().trust().life()).truncatedTo(ChronoUnit.DAYS),
            form != null && form.checked(FIELD))
        : null;
  }

  /** Notes the wish, if the box is ticked, beside what has been proved or added. */
  InteractionState noted(Journey journey, InteractionState proved, Form form) {
    return form.checked(FIELD) ? trust.trust(journey.with(proved)) : proved;
  }
}
