package io.gatehouse.signin;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.code.CodeStep;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;

/** Sends codes and checks them, and logs both. */
@Singleton
public class LoggedCodes {
  private final CodeStep codes;
  private final VisitLog log;

  LoggedCodes(CodeStep codes, VisitLog log) {
    this.codes = codes;
    this.log = log;
  }

  /** Sends a code; an earlier one no longer works. */
  public InteractionState send(Journey journey, Identifier to, InteractionEvent purpose) {
    return log.of(journey, key(to, "Create"), () -> codes.send(journey, to, purpose));
  }

  /** Checks the code that the person has typed. */
  public InteractionState verify(Journey journey, VerificationRecord.Code sent, String typed) {
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
