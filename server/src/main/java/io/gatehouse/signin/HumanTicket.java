package io.gatehouse.signin;

import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PageMemory;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.captcha.CaptchaStep;

/**
 * Lets one attempt through for each captcha that was solved: a password that is tried, a code that
 * is sent, an account that is made. The pages remember it until then.
 */
public final class HumanTicket {
  private HumanTicket() {}

  /**
   * Uses the ticket up, before anything is tried with it.
   *
   * @return the attempt, of somebody who has shown to be a person where the settings ask for that
   */
  public static Journey use(Visit visit, Journey attempt) {
    if (!CaptchaStep.asks(attempt)) {
      return attempt;
    }
    Journey stored = visit.journey();
    PageMemory memory = stored.state().memory();
    if (!held(stored)) {
      throw StepError.CAPTCHA_REQUIRED.exception();
    }
    Journey used = visit.save(stored, stored.state().with(memory.withHuman(false)));
    InteractionState state = attempt.state();
    return attempt
        .with(used.interaction())
        .with(state.with(state.memory().withHuman(false)).withCaptcha());
  }

  /** Takes the ticket along to the page on which it will be used. */
  public static InteractionState carried(Visit visit, InteractionState state) {
    return state.with(state.memory().withHuman(held(visit.journey())));
  }

  /** Whether the captcha was solved already. */
  static boolean held(Journey journey) {
    return Boolean.TRUE.equals(journey.state().memory().human());
  }
}
