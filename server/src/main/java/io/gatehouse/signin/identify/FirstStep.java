package io.gatehouse.signin.identify;

import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.page.Page;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.signin.Visit;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What a journey offers at its beginning, and where an identifier alone leads. */
@Singleton
public class FirstStep {

  /** To the page that asks for this identifier's proof. */
  Response go(Visit visit, Journey journey, Identifier identifier) {
    visit.save(
        journey, journey.state().with(journey.state().memory().withIdentifier(identifier.value())));
    return visit.go("/sign-in/password");
  }

  /** The ways besides the form. */
  public Page.Ways ways(Visit visit, boolean signingIn) {
    SignInExperience experience = visit.experience();
    return new Page.Ways(
        List.of(),
        signingIn && experience.registers() && !experience.signUp().identifiers().isEmpty(),
        !signingIn && experience.signsIn(),
        false);
  }
}
