package io.gatehouse.interaction.step.code;

import io.gatehouse.branding.Looks;
import io.gatehouse.branding.Policies;
import io.gatehouse.guard.GuardError;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.message.Messages;
import io.gatehouse.message.code.CodeError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Codes on their way to an address and back, whatever they are to prove. */
@Singleton
public class SentCodes {
  private final CodeStore store;
  private final Messages messages;
  private final JourneyEvents events;
  private final CodeContext context;
  private final InstantSource clock;

  SentCodes(
      CodeStore store,
      Messages messages,
      JourneyEvents events,
      CodeContext context,
      InstantSource clock) {
    this.store = store;
    this.messages = messages;
    this.events = events;
    this.context = context;
    this.clock = clock;
  }

  /**
   * A code to be sent.
   *
   * @param recordId the proof that it belongs to
   * @param template what the message is about
   */
  public record Sending(String recordId, Identifier to, String template) {}

  /**
   * Sends a code; an earlier one of this interaction to the address no longer works.
   *
   * @param delivered false to only seem to
   */
  public void send(Journey journey, Sending sending, boolean delivered) {
    String code = Ids.digits(6);
    Identifier to = sending.to();
    store.replace(
        journey.tenantId(),
        journey.interaction().id(),
        new CodeStore.Sent(sending.recordId(), to, code),
        clock.instant(),
        journey.experience().verificationCodePolicy().life());
    var message =
        new Messages.Code(
            to,
            sending.template(),
            code,
            locales(journey),
            journey.visitor().ip(),
            context.of(journey));
    try {
      messages.send(journey.tenantId(), message, delivered);
    } catch (RequestException refusal) {
      if (refusal.code() == GuardError.MESSAGE_LIMITED) {
        events.rateLimited(journey, to);
      }
      throw refusal;
    }
  }

  /** Uses the code of a proof up, or refuses what was typed. */
  public void redeem(Journey journey, String recordId, String typed) {
    Policies.VerificationCode policy = journey.experience().verificationCodePolicy();
    Instant now = clock.instant();
    boolean right =
        store
            .redeem(journey.tenantId(), recordId, typed, now, policy.tries())
            .orElseThrow(() -> refusal(journey, recordId, now).exception());
    if (!right) {
      throw CodeError.MISMATCH.exception();
    }
  }

  private CodeError refusal(Journey journey, String recordId, Instant now) {
    return store
        .left(journey.tenantId(), recordId)
        .map(left -> left.expiresAt().isAfter(now) ? CodeError.TRIED_TOO_OFTEN : CodeError.EXPIRED)
        .orElse(CodeError.NOT_FOUND);
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
}
