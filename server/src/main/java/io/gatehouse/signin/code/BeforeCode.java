package io.gatehouse.signin.code;

import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Page.Flow;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.FirstStep;
import io.gatehouse.signin.identify.SignInView;
import io.gatehouse.signin.register.RegisterView;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Where an address was given that is proved by now, but does not do: another can be given there.
 */
@Singleton
class BeforeCode {
  private final FirstStep first;
  private final SignInView signIn;
  private final RegisterView register;

  BeforeCode(FirstStep first, SignInView signIn, RegisterView register) {
    this.first = first;
    this.signIn = signIn;
    this.register = register;
  }

  /** The page once more, with what is wrong with the address. */
  Response page(Visit visit, Journey journey, Flow flow, Problems problems) {
    Identifier given = AfterCode.proof(journey).identifier();
    Page page =
        switch (flow) {
          case SIGN_IN -> signIn.of(visit.scene(), given.value(), problems);
          case REGISTER -> register.of(visit.scene(), given.value(), problems);
          case FORGOT_PASSWORD -> first.recovery().page(visit, given.value(), problems);
          case CONTINUE ->
              new Page.Continue(
                  Typed.kinds(List.of(given.type())),
                  given.value(),
                  first.provider(visit, journey),
                  problems);
        };
    return visit.page(page);
  }
}
