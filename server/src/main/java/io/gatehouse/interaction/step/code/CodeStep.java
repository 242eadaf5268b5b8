package io.gatehouse.interaction.step.code;

import io.gatehouse.branding.EmailBlocklistRules;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Methods;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.interaction.step.captcha.CaptchaStep;
import io.gatehouse.message.code.CodeError;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.List;

/** A person proves by a code that an address is theirs. */
@Singleton
public class CodeStep {
  private final SentCodes codes;
  private final Users users;
  private final Guessing guessing;

  CodeStep(SentCodes codes, Users users, Guessing guessing) {
    this.codes = codes;
    this.users = users;
    this.guessing = guessing;
  }

  /**
   * Sends a code; an earlier one no longer works.
   *
   * @param purpose what the message says it is for
   */
  public InteractionState send(Journey journey, Identifier to, InteractionEvent purpose) {
    InteractionState state = journey.state();
    if (state.userId() == null) {
      CaptchaStep.require(journey);
    }
    if (state.userId() == null
        && purpose == InteractionEvent.REGISTER
        && to.type() == IdentifierType.EMAIL) {
      EmailBlocklistRules.check(journey.experience().emailBlocklistPolicy(), to.value());
    }
    String type = template(journey, to, purpose);
    Code record = Code.begin(to, type);
    codes.send(journey, new SentCodes.Sending(record.id(), to, type), delivers(journey, to));
    return state.with(record);
  }

  /** Whether a code that was sent is what {@link #send} would send again. */
  public boolean serves(Code sent, Journey journey, Identifier to, InteractionEvent purpose) {
    return !sent.verified()
        && sent.identifier().type() == to.type()
        && same(sent.identifier(), to)
        && sent.templateType().equals(template(journey, to, purpose));
  }

  /** Checks the code that the person has typed. */
  public InteractionState verify(Journey journey, Identifier from, String id, String typed) {
    Code record =
        journey
            .state()
            .record(id, Code.class)
            .filter(each -> each.identifier().type() == from.type())
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    return guessing.guard(
        journey,
        from,
        () -> {
          if (!same(record.identifier(), from)) {
            throw (from.type() == IdentifierType.EMAIL
                    ? CodeError.EMAIL_MISMATCH
                    : CodeError.PHONE_MISMATCH)
                .exception();
          }
          codes.redeem(journey, record.id(), typed);
          return journey.state().with((VerificationRecord) record.proved());
        });
  }

  /** Nobody unknown is written to where that could not lead anywhere. */
  private boolean delivers(Journey journey, Identifier to) {
    InteractionState state = journey.state();
    boolean known =
        state.userId() != null
            || state.interactionEvent() == InteractionEvent.REGISTER
            || state.interactionEvent() == InteractionEvent.SIGN_IN
                && journey.experience().registers();
    return known || !users.taken(journey.tenantId(), List.of(to), null).isEmpty();
  }

  private static String template(Journey journey, Identifier to, InteractionEvent purpose) {
    Methods.SignUp signUp = journey.experience().signUp();
    boolean ofSignUp =
        signUp.identifiers().contains(to.type())
            || signUp.secondary().stream()
                .anyMatch(each ->
                    each.identifier() == Methods.SignUpIdentifier.of(to.type())
                        || each.identifier() == Methods.SignUpIdentifier.EMAIL_OR_PHONE);
    return journey.state().userId() != null && !ofSignUp ? "BindMfa" : purpose.wire();
  }

  private static boolean same(Identifier one, Identifier other) {
    return one.type() == IdentifierType.EMAIL
        ? UserKeys.email(one.value()).equals(UserKeys.email(other.value()))
        : UserKeys.phone(one.value()).equals(UserKeys.phone(other.value()));
  }
}
