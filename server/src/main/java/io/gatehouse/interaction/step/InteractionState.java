package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.platform.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the steps know so far.
 *
 * @param userId who the person is, once identified
 * @param profile what will be written to the account at the end
 * @param mfa the same of further factors; empty in what an older version wrote
 * @param verificationRecords what the person proved or is about to prove, at most one of a type
 * @param captcha whether a person has shown to be there; null where nothing is known of it
 * @param page what the hosted pages remember from one page to the next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractionState(
    InteractionEvent interactionEvent,
    @Nullable String userId,
    PendingProfile profile,
    PendingMfa mfa,
    List<VerificationRecord> verificationRecords,
    @Nullable Captcha captcha,
    @Nullable PageMemory page) {

  public InteractionState {
    mfa = Objects.requireNonNullElse(mfa, PendingMfa.EMPTY);
    verificationRecords = List.copyOf(verificationRecords);
  }

  /** The beginning. */
  public static InteractionState begin(InteractionEvent event) {
    return new InteractionState(
        event, null, PendingProfile.EMPTY, PendingMfa.EMPTY, List.of(), null, null);
  }

  /** What an interaction holds; nothing before the first step. */
  public static Optional<InteractionState> of(Interaction interaction) {
    return interaction.state().has("interactionEvent")
        ? Optional.of(JsonCodec.mapper().convertValue(interaction.state(), InteractionState.class))
        : Optional.empty();
  }

  /** As the interaction keeps it. */
  public ObjectNode json() {
    return JsonCodec.mapper().valueToTree(this);
  }

  /** The proof with this id, if it is one of this type. */
  public <T extends VerificationRecord> Optional<T> record(@Nullable String id, Class<T> type) {
    return verificationRecords.stream()
        .filter(each -> each.id().equals(id) && type.isInstance(each))
        .map(type::cast)
        .findFirst();
  }

  /** The proof of this type. */
  public <T extends VerificationRecord> Optional<T> record(Class<T> type) {
    return verificationRecords.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** The latest of the proofs that count as this type. */
  public <T extends VerificationRecord> Optional<T> latest(Class<T> type) {
    return verificationRecords.reversed().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /**
   * Whether an enterprise vouches for the person. At a sign-in that is who was identified by it, as
   * somebody else's password may follow a proof of one's own; a newcomer's identity is written, and
   * no longer pending, when their account is made.
   */
  public boolean cameByEnterprise() {
    return profile.enterpriseSsoIdentity() != null
        || interactionEvent == InteractionEvent.REGISTER
            && record(VerificationRecord.EnterpriseSso.class)
                .filter(VerificationRecord::verified)
                .isPresent();
  }

  /** Whether an administrator's program has made a token for the person. */
  public boolean invited() {
    return record(VerificationRecord.OneTimeToken.class)
        .filter(VerificationRecord::verified)
        .isPresent();
  }

  /** The organizations that the person joins by such a token. */
  public List<String> invitations() {
    return record(VerificationRecord.OneTimeToken.class)
        .filter(VerificationRecord::verified)
        .map(VerificationRecord.OneTimeToken::organizations)
        .orElse(List.of());
  }

  /** With a proof that replaces an earlier one of its type. */
  public InteractionState with(VerificationRecord record) {
    List<VerificationRecord> records = new ArrayList<>(verificationRecords);
    records.removeIf(each -> each.getClass() == record.getClass());
    records.add(record);
    Captcha known = record.verified() && record.vouchedFor() ? Captcha.skipped(captcha) : captcha;
    return new InteractionState(interactionEvent, userId, profile, mfa, records, known, page);
  }

  public InteractionState with(PendingProfile changed) {
    return new InteractionState(
        interactionEvent, userId, changed, mfa, verificationRecords, captcha, page);
  }

  public InteractionState with(PendingMfa changed) {
    return new InteractionState(
        interactionEvent, userId, profile, changed, verificationRecords, captcha, page);
  }

  public InteractionState with(PageMemory changed) {
    return new InteractionState(
        interactionEvent, userId, profile, mfa, verificationRecords, captcha, changed);
  }

  /** Identified as this person. */
  public InteractionState identified(String user) {
    return new InteractionState(
        interactionEvent, user, profile, mfa, verificationRecords, captcha, page);
  }

  /**
   * Turned to another purpose: proofs stay, what was to be written is forgotten. Who turns to a
   * registration is a newcomer from then on: they do not end as the person they were, as newcomers
   * are not asked for a second factor.
   */
  public InteractionState turned(InteractionEvent event) {
    if (event == interactionEvent) {
      return this;
    }
    boolean newcomer = event == InteractionEvent.REGISTER;
    return new InteractionState(
        event,
        newcomer ? null : userId,
        PendingProfile.EMPTY,
        newcomer ? PendingMfa.EMPTY : mfa,
        verificationRecords,
        captcha,
        page);
  }

  /** With a captcha that was solved. */
  public InteractionState withCaptcha() {
    return new InteractionState(
        interactionEvent,
        userId,
        profile,
        mfa,
        verificationRecords,
        Captcha.verified(captcha),
        page);
  }

  /** Whether no captcha needs to be asked for any more. */
  public boolean human() {
    return captcha != null && (captcha.verified() || captcha.skipped());
  }

  /**
   * Whether a person has shown to be there.
   *
   * @param verified by a captcha
   * @param skipped by a proof that others vouch for
   */
  public record Captcha(boolean verified, boolean skipped) {
    private static Captcha verified(@Nullable Captcha before) {
      return new Captcha(true, before != null && before.skipped());
    }

    private static Captcha skipped(@Nullable Captcha before) {
      return new Captcha(before != null && before.verified(), true);
    }
  }

  /** What the pages remember, perhaps nothing. */
  public PageMemory memory() {
    return page == null ? PageMemory.EMPTY : page;
  }
}
