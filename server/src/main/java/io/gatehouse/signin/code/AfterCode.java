package io.gatehouse.signin.code;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Page.Flow;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.profile.ProfileStep;
import io.gatehouse.message.code.CodeError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Ending;
import io.gatehouse.signin.LoggedCodes;
import io.gatehouse.signin.Typed;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.identify.FirstStep;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where a journey goes when an address has been proved. */
@Singleton
class AfterCode {
  private final IdentifyStep identify;
  private final ProfileStep profile;
  private final Ending ending;
  private final FirstStep first;

  AfterCode(IdentifyStep identify, ProfileStep profile, Ending ending, FirstStep first) {
    this.identify = identify;
    this.profile = profile;
    this.ending = ending;
    this.first = first;
  }

  Response go(Visit visit, Journey journey, Flow flow) {
    // The code is used up: what follows may fail, but the proof must not be lost.
    Journey kept = visit.save(journey, journey.state());
    Code code = LoggedCodes.underWay(kept.state()).orElseThrow();
    return switch (flow) {
      case SIGN_IN -> signIn(visit, kept, code);
      case REGISTER -> register(visit, kept, code);
      case CONTINUE -> ending.proceed(visit, kept.with(added(kept, code)));
      case FORGOT_PASSWORD -> recover(visit, kept, code);
    };
  }

  /** A code instead of the password, for the identifier typed before. */
  Response sendInstead(Visit visit) {
    Journey journey = visit.journey();
    String typed = journey.state().memory().identifier();
    Identifier identifier =
        typed == null
            ? null
            : Typed.read(typed, List.of(IdentifierType.EMAIL, IdentifierType.PHONE));
    if (identifier == null) {
      return visit.go("/sign-in");
    }
    try {
      return first.sendCode(visit, journey, identifier);
    } catch (RequestException refusal) {
      if (refusal.code() == StepError.CAPTCHA_REQUIRED) {
        return visit.go("/sign-in/password"); // Where it is asked for.
      }
      throw refusal;
    }
  }

  private Response signIn(Visit visit, Journey journey, Code code) {
    try {
      return ending.signIn(visit, journey.with(identify.identify(journey, code, false)));
    } catch (RequestException refusal) {
      boolean registers =
          refusal.code() == StepError.USER_NOT_FOUND
              && journey.experience().registers()
              && journey.experience().signUp().identifiers().contains(code.identifier().type());
      if (!registers) {
        throw refusal;
      }
      return register(visit, journey.with(journey.state().turned(InteractionEvent.REGISTER)), code);
    }
  }

  private Response register(Visit visit, Journey journey, Code code) {
    try {
      return ending.register(visit, journey.with(added(journey, code)));
    } catch (RequestException refusal) {
      boolean signsIn =
          refusal.code().code().endsWith("_already_in_use")
              && journey.experience().signsIn()
              && journey
                  .experience()
                  .signIn()
                  .of(code.identifier().type())
                  .filter(method -> method.verificationCode())
                  .isPresent();
      if (!signsIn) {
        throw refusal;
      }
      Journey turned = journey.with(journey.state().turned(InteractionEvent.SIGN_IN));
      return ending.signIn(visit, turned.with(identify.identify(turned, code, false)));
    }
  }

  private Response recover(Visit visit, Journey journey, Code code) {
    try {
      Journey known = journey.with(identify.identify(journey, code, false));
      visit.save(known, known.state());
      return visit.go("/forgot-password/reset");
    } catch (RequestException refusal) {
      if (refusal.code() != StepError.USER_NOT_FOUND) {
        throw refusal;
      }
      return visit.page(new Page.Failure(Problem.of(CodeError.NOT_FOUND.code()), null));
    }
  }

  private InteractionState added(Journey journey, Code code) {
    return profile.proved(journey, code.id(), code.identifier().type());
  }
}
