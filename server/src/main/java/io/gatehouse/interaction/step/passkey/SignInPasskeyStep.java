package io.gatehouse.interaction.step.passkey;

import io.gatehouse.credential.passkey.AuthenticationAnswer;
import io.gatehouse.credential.passkey.AuthenticationOptions;
import io.gatehouse.credential.passkey.Ceremonies;
import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.credential.passkey.PasskeyError;
import io.gatehouse.credential.passkey.RelyingParty;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.SignInPasskey;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Challenge;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Purpose;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.Users;
import io.gatehouse.user.mfa.OwnedPasskey;
import io.gatehouse.user.mfa.Passkeys;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person proves by a passkey, and by nothing else, who they are. */
@Singleton
public class SignInPasskeyStep {
  private final Ceremonies ceremonies;
  private final Challenges challenges;
  private final Passkeys passkeys;
  private final Users users;
  private final Guessing guessing;

  SignInPasskeyStep(
      Ceremonies ceremonies,
      Challenges challenges,
      Passkeys passkeys,
      Users users,
      Guessing guessing) {
    this.ceremonies = ceremonies;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.users = users;
    this.guessing = guessing;
  }

  /** What the browser is to be asked. */
  public record Showing(
      InteractionState state, String verificationId, AuthenticationOptions authenticationOptions) {}

  /** What to ask for any passkey of the site, whoever is there; changes no state. */
  public AuthenticationOptions preflight(Journey journey) {
    RelyingParty site = WebAuthnStep.site(journey);
    AuthenticationOptions options = ceremonies.show(site, List.of());
    challenges.ask(journey, Purpose.PREFLIGHT, "", new Challenge(options.challenge(), site.id()));
    return options;
  }

  /**
   * Begins to ask for a passkey of the person of this identifier. It tells whether they have one,
   * so who asks of many is held back.
   */
  public Showing show(Journey journey, Identifier identifier) {
    RelyingParty site = WebAuthnStep.site(journey);
    Asked asked = asked(journey, identifier, site);
    guessing.question(
        journey,
        () -> {
          if (asked.own().isEmpty()) {
            throw PasskeyStepError.NO_PASSKEY.exception();
          }
        });
    AuthenticationOptions options = ceremonies.show(site, asked.own());
    SignInPasskey record =
        new SignInPasskey(VerificationRecord.newId(), asked.userId(), false, false);
    challenges.ask(
        journey, Purpose.SIGN_IN, record.id(), new Challenge(options.challenge(), site.id()));
    return new Showing(journey.state().with(record), record.id(), options);
  }

  /** Whose passkeys are asked for; nobody's where there is no such person. */
  private record Asked(@Nullable String userId, List<Passkey> own) {}

  private Asked asked(Journey journey, Identifier identifier, RelyingParty site) {
    return users
        .forSignIn(journey.tenantId(), identifier)
        .map(person -> person.user().id())
        .map(id -> new Asked(id, passkeys.of(journey.tenantId(), id, site.id())))
        .orElse(new Asked(null, List.of()));
  }

  /**
   * Takes the passkey that was shown.
   *
   * @param id the proof that it completes; null where the browser was asked before there was one
   */
  public SignInPasskey shown(Journey journey, @Nullable String id, AuthenticationAnswer answer) {
    SignInPasskey begun = id == null ? null : record(journey, id);
    Challenge challenge = challenge(journey, id);
    RelyingParty site = WebAuthnStep.site(journey);
    if (!challenge.relyingParty().equals(site.id())) {
      throw PasskeyStepError.OTHER_SITE.exception();
    }
    OwnedPasskey owned =
        passkeys
            .find(journey.tenantId(), site.id(), answer.id())
            .orElseThrow(PasskeyStepError.UNKNOWN_PASSKEY::exception);
    refuseOthers(owned.userId(), journey.state().userId());
    refuseOthers(owned.userId(), begun == null ? null : begun.userId());
    // Web Authentication §7.2: who was not known before is told by the user handle.
    if (!answer.isOf(owned.userId()) && (begun == null || !answer.isOfNobody())) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
    Passkey passkey = owned.passkey();
    passkeys.use(
        journey.tenantId(), owned, ceremonies.shown(site, challenge.value(), passkey, answer));
    return new SignInPasskey(
        begun == null ? VerificationRecord.newId() : begun.id(),
        owned.userId(),
        true,
        passkey.backupEligible());
  }

  private Challenge challenge(Journey journey, @Nullable String id) {
    return id == null
        ? challenges.take(journey, Purpose.PREFLIGHT, "", StepError.RECORD_NOT_FOUND)
        : challenges.take(journey, Purpose.SIGN_IN, id, PasskeyStepError.SIGN_IN_NOT_ASKED);
  }

  private static SignInPasskey record(Journey journey, String id) {
    return journey
        .state()
        .record(id, SignInPasskey.class)
        .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
  }

  private static void refuseOthers(String owner, @Nullable String person) {
    if (person != null && !person.equals(owner)) {
      throw StepError.IDENTITY_CONFLICT.exception();
    }
  }
}
