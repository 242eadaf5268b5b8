package io.gatehouse.signin.preview;

import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.signin.Scene;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of the second step as they can be previewed: by what the draft lets people choose. */
final class SecondStepView {
  private static final String MAILBOX = "a****@example.com";
  private static final String NUMBER = "****0100";

  private SecondStepView() {}

  /** Where somebody chooses how to show that it is them, who has everything there is. */
  static Page choose(Scene scene) {
    List<MfaStep.Offer> offers =
        factors(scene).stream().map(factor -> new MfaStep.Offer(factor, address(factor))).toList();
    return new MfaStep.Choose(offers, Problems.NONE);
  }

  /** Where somebody chooses what to set up, who has nothing yet. */
  static Page setUp(Scene scene) {
    List<MfaStep.Offer> offers =
        factors(scene).stream()
            .filter(factor -> factor != Factor.BACKUP_CODE)
            .map(factor -> new MfaStep.Offer(factor, null))
            .toList();
    boolean skippable = scene.experience().mfa().policy().skippable();
    return new MfaStep.ChooseNew(offers, false, new MfaStep.Leave(false, skippable), Problems.NONE);
  }

  /** Where a passkey takes the place of everything else. */
  static Page passkey() {
    return new MfaStep.Passkey("{}", true, false, null, Problems.NONE);
  }

  /** What is switched on; an app, where nothing is and the page would be empty. */
  private static List<Factor> factors(Scene scene) {
    List<Factor> chosen = scene.experience().mfa().factors();
    return chosen.isEmpty() ? List.of(Factor.TOTP) : chosen;
  }

  private static @Nullable String address(Factor factor) {
    return switch (factor) {
      case EMAIL_CODE -> MAILBOX;
      case PHONE_CODE -> NUMBER;
      case TOTP, WEB_AUTHN, BACKUP_CODE -> null;
    };
  }
}
