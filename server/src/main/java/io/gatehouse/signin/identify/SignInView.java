package io.gatehouse.signin.identify;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.Ways;
import io.gatehouse.signin.Scene;
import io.gatehouse.signin.TermsBox;
import io.gatehouse.signin.Typed;
import jakarta.inject.Singleton;
import java.util.List;

/** What the sign-in page shows, wherever it is shown from. */
@Singleton
public class SignInView {
  private final FirstStep first;

  SignInView(FirstStep first) {
    this.first = first;
  }

  /** The page with what was typed and what is to be said about it. */
  public Page of(Scene scene, String identifier, Problems problems) {
    return of(scene, types(scene.experience()), identifier, problems);
  }

  /** The page that takes some of the identifiers only. */
  Page of(Scene scene, List<IdentifierType> types, String identifier, Problems problems) {
    SignInExperience experience = scene.experience();
    Ways ways = first.ways(scene, true);
    return new Page.SignIn(
        Typed.kinds(types),
        asksForPassword(experience, types),
        identifier,
        TermsBox.of(experience),
        ways,
        problems);
  }

  static List<IdentifierType> types(SignInExperience experience) {
    return experience.signIn().methods().stream()
        .filter(method -> method.password() || method.verificationCode())
        .map(Methods.Method::identifier)
        .toList();
  }

  /** Whether nobody who gives one of the identifiers could choose a code or passkey instead. */
  static boolean asksForPassword(SignInExperience experience, List<IdentifierType> types) {
    return !experience.passkeySignIn().afterIdentifier()
        && experience.signIn().methods().stream()
            .filter(method -> types.contains(method.identifier()))
            .noneMatch(Methods.Method::verificationCode);
  }
}
