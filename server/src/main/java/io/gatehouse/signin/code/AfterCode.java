package io.gatehouse.signin.code;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.page.Page.Flow;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import io.gatehouse.interaction.step.identify.IdentifyStep;
import io.gatehouse.interaction.step.profile.ProfileStep;
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
import java.util.Optional;

/** Where a journey goes when an address has been proved. */
@Singleton
class AfterCode {
  private final IdentifyStep identify;
  private final ProfileStep profile;
  private final Ending ending;
  private final FirstStep first;
  private final BeforeCode before;

  AfterCode(
      IdentifyStep identify,
      ProfileStep profile,
      Ending ending,
      FirstStep first,
      BeforeCode before) {
    this.identify = identify;
    this.profile = profile;
    this.ending = ending;
    this.first = first;
    this.before = before;
  }

  Response go(Visit visit, Journey journey, Flow flow) {
    // The code is used up: what follows may fail, but the proof must not be lost.
    Journey kept = visit.save(journey, journey.state());
    Code code = proof(kept);
    try {
      return switch (flow) {
        case SIGN_IN -> signIn(visit, kept, code);
        case REGISTER -> register(visit, kept, code);
        case CONTINUE -> add(visit, kept, code);
        case FORGOT_PASSWORD -> recover(visit, kept, code);
      };
    } catch (RequestException refusal) {
      Problems problems =
          refusal.code() == StepError.USER_NOT_FOUND
              ? Problems.field("identifier", Problem.of(refusal))
              : Remarks.orThrow(refusal);
      return before.page(visit, kept, flow, problems);
    }
  }

  /** The code that was typed. */
  static Code proof(Journey journey) {
    return LoggedCodes.underWay(journey.state()).orElseThrow();
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
      if (!belongsToSomebody(refusal) || !signsIn(journey, code)) {
        throw refusal;
      }
      Journey turned = journey.with(journey.state().turned(InteractionEvent.SIGN_IN));
      return ending.signIn(visit, turned.with(identify.identify(turned, code, false)));
    }
  }

  /** Who has come from a provider may have come to an account of theirs. */
  private Response add(Visit visit, Journey journey, Code code) {
    try {
      return ending.proceed(visit, journey.with(added(journey, code)));
    } catch (RequestException refusal) {
      Optional<Social> provider =
          belongsToSomebody(refusal) && signsIn(journey, code)
              ? journey.state().record(Social.class).filter(Social::verified)
              : Optional.empty();
      return visit.go("/social/link/" + provider.orElseThrow(() -> refusal).connectorId());
    }
  }

  private Response recover(Visit visit, Journey journey, Code code) {
    Journey known = journey.with(identify.identify(journey, code, false));
    visit.save(known, known.state());
    return visit.go("/forgot-password/reset");
  }

  private static boolean belongsToSomebody(RequestException refusal) {
    return refusal.code().code().endsWith("_already_in_use");
  }

  /** Whether the owner of the address could have signed in by it. */
  private static boolean signsIn(Journey journey, Code code) {
    SignInExperience experience = journey.experience();
    return experience.signsIn()
        && experience
            .signIn()
            .of(code.identifier().type())
            .filter(Methods.Method::verificationCode)
            .isPresent();
  }

  private InteractionState added(Journey journey, Code code) {
    return profile.proved(journey, code.id(), code.identifier().type());
  }
}
