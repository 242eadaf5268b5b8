package io.gatehouse.signin;

import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.mfa.TrustedBrowser;
import io.gatehouse.interaction.step.register.RegisterStep;
import io.gatehouse.interaction.step.submit.SubmitStep;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.user.SignInUser;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends an interaction from a page: back to the application, or on to what is still missing. */
@Singleton
public class Ending {
  private final SubmitStep submit;
  private final RegisterStep register;
  private final FactorWay factors;
  private final TrustedBrowser trusted;
  private final VisitLog log;

  Ending(
      SubmitStep submit,
      RegisterStep register,
      FactorWay factors,
      TrustedBrowser trusted,
      VisitLog log) {
    this.submit = submit;
    this.register = register;
    this.factors = factors;
    this.trusted = trusted;
    this.log = log;
  }

  /** Makes the account and signs its owner in. */
  public Response register(Visit visit, Journey journey) {
    if (lacksTerms(journey)) {
      visit.save(journey, journey.state());
      return visit.go("/register/terms");
    }
    Journey gathered = journey.with(register.gather(journey, null));
    try {
      return signIn(
          visit,
          gathered.with(log.of(gathered, "Identifier.Submit", () -> register.create(gathered))));
    } catch (RequestException refusal) {
      return toWhatIsMissing(visit, gathered, refusal);
    }
  }

  /**
   * Whether the person has come to a new account past the pages that ask to accept the terms: from
   * a provider, by a link from a message, or with an address that has no account.
   */
  private static boolean lacksTerms(Journey journey) {
    return journey.experience().newcomersAcceptTerms()
        && !Boolean.TRUE.equals(journey.state().memory().accepted());
  }

  /** Goes on after something has been added: makes the account where there is none yet. */
  public Response proceed(Visit visit, Journey journey) {
    return journey.state().interactionEvent() == InteractionEvent.REGISTER
            && journey.state().userId() == null
        ? register(visit, journey)
        : signIn(visit, journey);
  }

  /** Signs the identified person in. */
  public Response signIn(Visit visit, Journey journey) {
    return ended(visit, journey, null);
  }

  /** The same for a person who has just been read. */
  public Response signIn(Visit visit, Journey journey, SignInUser person) {
    return ended(visit, journey, person);
  }

  /** The page that asks for the first thing that is missing; null when that is not the refusal. */
  private static @Nullable String missing(RequestException refusal) {
    return refusal.code() == StepError.MISSING_PROFILE
            && refusal.data() instanceof Map<?, ?> data
            && data.get("missingProfile") instanceof List<?> names
            && !names.isEmpty()
        ? "/continue/" + ("extraProfile".equals(first(names)) ? "extra-profile" : first(names))
        : null;
  }

  private static String first(List<?> names) {
    return String.valueOf(names.getFirst());
  }

  private Response ended(Visit visit, Journey journey, @Nullable SignInUser person) {
    if (SubmitStep.resets(journey)) {
      // Whoever recovers an account has not signed in to it.
      return visit.go("/forgot-password/reset");
    }
    try {
      log.of(
          journey,
          "Submit",
          () ->
              person == null ? submit.submit(journey, true) : submit.submit(journey, person, true));
      trusted.keep(journey).ifPresent(visit::setCookie);
      return visit.resume();
    } catch (RequestException refusal) {
      return toWhatIsMissing(visit, journey, refusal);
    }
  }

  private Response toWhatIsMissing(Visit visit, Journey journey, RequestException refusal) {
    String page = missing(refusal);
    if (page == null) {
      return factors.of(visit, journey, refusal).orElseThrow(() -> refusal);
    }
    visit.save(journey, journey.state());
    return visit.go(page);
  }
}
