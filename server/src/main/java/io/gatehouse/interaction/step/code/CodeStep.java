package io.gatehouse.interaction.step.code;

import io.gatehouse.branding.EmailBlocklistRules;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.Methods;
import io.gatehouse.branding.Policies;
import io.gatehouse.guard.GuardError;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.Code;
import io.gatehouse.message.Messages;
import io.gatehouse.message.code.CodeError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A person proves by a code that an address is theirs. */
@Singleton
public class CodeStep {
  private final CodeStore store;
  private final Messages messages;
  private final Users users;
  private final Guessing guessing;
  private final JourneyEvents events;
  private final CodeContext context;
  private final InstantSource clock;

  CodeStep(
      CodeStore store,
      Messages messages,
      Users users,
      Guessing guessing,
      JourneyEvents events,
      CodeContext context,
      InstantSource clock) {
    this.store = store;
    this.messages = messages;
    this.users = users;
    this.guessing = guessing;
    this.events = events;
    this.context = context;
    this.clock = clock;
  }

  /**
   * Sends a code; an earlier one no longer works.
   *
   * @param purpose what the message says it is for
   */
  public InteractionState send(Journey journey, Identifier to, InteractionEvent purpose) {
    InteractionState state = journey.state();
    if (state.userId() == null
        && purpose == InteractionEvent.REGISTER
        && to.type() == IdentifierType.EMAIL) {
      EmailBlocklistRules.check(journey.experience().emailBlocklistPolicy(), to.value());
    }
    String type = template(journey, to, purpose);
    Code record = Code.begin(to, type);
    String code = Ids.digits(6);
    Instant now = clock.instant();
    store.replace(
        journey.tenantId(),
        journey.interaction().id(),
        new CodeStore.Sent(record.id(), to, code),
        now,
        journey.experience().verificationCodePolicy().life());
    deliver(
        journey,
        new Messages.Code(
            to, type, code, locales(journey), journey.visitor().ip(), context.of(journey)));
    return state.with(record);
  }

  private void deliver(Journey journey, Messages.Code code) {
    try {
      messages.send(journey.tenantId(), code, delivers(journey, code.to()));
    } catch (RequestException refusal) {
      if (refusal.code() == GuardError.MESSAGE_LIMITED) {
        events.rateLimited(journey, code.to());
      }
      throw refusal;
    }
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
          redeem(journey, record, typed);
          return journey.state().with((VerificationRecord) record.proved());
        });
  }

  private void redeem(Journey journey, Code record, String typed) {
    Policies.VerificationCode policy = journey.experience().verificationCodePolicy();
    Instant now = clock.instant();
    boolean right =
        store
            .redeem(journey.tenantId(), record.id(), typed, now, policy.tries())
            .orElseThrow(() -> refusal(journey, record, now).exception());
    if (!right) {
      throw CodeError.MISMATCH.exception();
    }
  }

  private CodeError refusal(Journey journey, Code record, Instant now) {
    return store
        .left(journey.tenantId(), record.id())
        .map(left -> left.expiresAt().isAfter(now) ? CodeError.TRIED_TOO_OFTEN : CodeError.EXPIRED)
        .orElse(CodeError.NOT_FOUND);
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

  /** What the application asked for, else what the browser prefers where that counts. */
  private static List<String> locales(Journey journey) {
    String asked = journey.interaction().parameter("ui_locales");
    if (asked != null) {
      return List.of(asked.split(" "));
    }
    Looks.LanguageInfo info = journey.experience().languageInfo();
    List<String> languages = journey.visitor().languages();
    return languages.isEmpty() || !info.autoDetect() ? List.of(info.fallbackLanguage()) : languages;
  }

  private static boolean same(Identifier one, Identifier other) {
    return one.type() == IdentifierType.EMAIL
        ? UserKeys.email(one.value()).equals(UserKeys.email(other.value()))
        : UserKeys.phone(one.value()).equals(UserKeys.phone(other.value()));
  }
}
