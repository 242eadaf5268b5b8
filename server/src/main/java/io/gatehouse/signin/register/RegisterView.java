package io.gatehouse.signin.register;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperience.TermsPolicy;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.Ways;
import io.gatehouse.interaction.form.PasswordHints;
import io.gatehouse.signin.Scene;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.identify.FirstStep;
import jakarta.inject.Singleton;
import java.util.List;

/** What the page for new accounts shows, wherever it is shown from. */
@Singleton
public class RegisterView {
  private final FirstStep first;

  RegisterView(FirstStep first) {
    this.first = first;
  }

  /** The page with what was typed and what is to be said about it. */
  public Page of(Scene scene, String identifier, Problems problems) {
    return of(scene, scene.experience().signUp().identifiers(), identifier, problems);
  }

  /** The page that takes some of the identifiers only. */
  Page of(Scene scene, List<IdentifierType> types, String identifier, Problems problems) {
    SignInExperience experience = scene.experience();
    boolean asksPassword =
        experience.signUp().password() && types.equals(List.of(IdentifierType.USERNAME));
    Ways ways = first.ways(scene, false);
    return new Page.Register(
        Typed.kinds(types),
        asksPassword ? PasswordHints.of(experience.passwordPolicy()) : null,
        identifier,
        terms(experience),
        ways,
        problems);
  }

  static Page.Terms terms(SignInExperience experience) {
    return experience.agreeToTermsPolicy() == TermsPolicy.AUTOMATIC
        ? Page.Terms.NOTICE
        : Page.Terms.CHECKBOX;
  }
}
