package io.gatehouse.signin;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.code.CodeStep;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Sends codes and checks them, and logs both. */
@Singleton
public class LoggedCodes {
  private final CodeStep codes;
  private final CodePause pause;
  private final VisitLog log;

  LoggedCodes(CodeStep codes, CodePause pause, VisitLog log) {
    this.codes = codes;
    this.pause = pause;
    this.log = log;
  }

  /**
   * Sends a code to an address that was typed; one that has only just left for it will do.
   *
   * @param journey may have begun anew: what was sent before, the visit knows
   */
  public InteractionState send(
      Visit visit, Journey journey, Identifier to, InteractionEvent purpose) {
    Journey before = visit.journey();
    InteractionState state = journey.state();
    return underWay(before.state())
        .filter(code -> codes.serves(code, journey, to, purpose))
        .filter(code -> pause.left(before, code.id()).isPositive())
        .map(code -> state.with(code).with(state.memory().withSent(before.state().memory().sent())))
        .orElseGet(() -> sendAnother(journey, to, purpose));
  }

  /** Sends a code; an earlier one no longer works. */
  public InteractionState sendAnother(Journey journey, Identifier to, InteractionEvent purpose) {
    InteractionState sent =
        log.of(journey, key(to, "Create"), () -> codes.send(journey, to, purpose));
    return pause.begin(sent, underWay(sent).orElseThrow().id());
  }

  /** The code that a page asks for: the latest one. */
  public static Optional<Code> underWay(InteractionState state) {
    return state.latest(Code.class);
  }

  /** Checks the code that the person has typed. */
  public InteractionState verify(Journey journey, Code sent, String typed) {
    Identifier from = sent.identifier();
    return log.of(
        journey, key(from, "Submit"), () -> codes.verify(journey, from, sent.id(), typed));
  }

  private static String key(Identifier identifier, String action) {
    String type =
        identifier.type() == IdentifierType.EMAIL
            ? "EmailVerificationCode"
            : "PhoneVerificationCode";
    return "Verification." + type + "." + action;
  }
}
