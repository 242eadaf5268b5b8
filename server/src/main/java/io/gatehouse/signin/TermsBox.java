package io.gatehouse.signin;

import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperience.TermsPolicy;
import io.gatehouse.branding.page.Page;
import io.gatehouse.interaction.form.Form;

/** How whoever signs in accepts the tenant's terms. */
public final class TermsBox {
  private TermsBox() {}

  /** How the page asks for it. */
  public static Page.Terms of(SignInExperience experience) {
    return switch (experience.agreeToTermsPolicy()) {
      case AUTOMATIC -> Page.Terms.NOTICE;
      case MANUAL_REGISTRATION_ONLY -> Page.Terms.NONE;
      case MANUAL -> Page.Terms.CHECKBOX;
    };
  }

  /** Whether the terms must be accepted and have not been. */
  public static boolean lacking(SignInExperience experience, Form form) {
    boolean any = experience.termsOfUseUrl() != null || experience.privacyPolicyUrl() != null;
    return any && experience.agreeToTermsPolicy() == TermsPolicy.MANUAL && !form.checked("terms");
  }
}
