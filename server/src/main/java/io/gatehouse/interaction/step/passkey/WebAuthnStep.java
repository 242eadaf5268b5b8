package io.gatehouse.interaction.step.passkey;

import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.credential.passkey.AuthenticationAnswer;
import io.gatehouse.credential.passkey.AuthenticationOptions;
import io.gatehouse.credential.passkey.Ceremonies;
import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.credential.passkey.PasskeyError;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.credential.passkey.RelyingParty;
import io.gatehouse.guard.Attempt;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.WebAuthn;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Challenge;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Purpose;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.gatehouse.user.mfa.NewPasskey;
import io.gatehouse.user.mfa.OwnedPasskey;
import io.gatehouse.user.mfa.Passkeys;
import jakarta.inject.Singleton;
import java.util.List;

/** A person who is known already makes a passkey or security key, or shows one of theirs. */
@Singleton
public class WebAuthnStep {
  private final Ceremonies ceremonies;
  private final Challenges challenges;
  private final Passkeys passkeys;
  private final Users users;
  private final AccountCenters centers;
  private final Guessing guessing;

  WebAuthnStep(
      Ceremonies ceremonies,
      Challenges challenges,
      Passkeys passkeys,
      Users users,
      AccountCenters centers,
      Guessing guessing) {
    this.ceremonies = ceremonies;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.users = users;
    this.centers = centers;
    this.guessing = guessing;
  }

  /** What the browser is to be asked so that a passkey is made. */
  public record Making(
      InteractionState state, String verificationId, RegistrationOptions registrationOptions) {}

  /** What the browser is to be asked so that a passkey is shown. */
  public record Showing(
      InteractionState state, String verificationId, AuthenticationOptions authenticationOptions) {}

  /** Begins to make one. */
  public Making make(Journey journey) {
    User user =
        users
            .find(journey.tenantId(), userId(journey))
            .orElseThrow(StepError.IDENTIFIER_NOT_FOUND::exception);
    RelyingParty site = site(journey);
    RegistrationOptions options = passkeys.make(journey.tenantId(), site, user);
    WebAuthn record = WebAuthn.begin(user.id());
    challenges.ask(
        journey, Purpose.REGISTRATION, record.id(), new Challenge(options.challenge(), site.id()));
    return new Making(journey.state().with(record), record.id(), options);
  }

  /** Takes the one that was made; it becomes the person's when the sign-in ends. */
  public InteractionState made(Journey journey, String id, RegistrationAnswer answer) {
    WebAuthn record = record(journey, id);
    Challenge challenge =
        challenges.take(journey, Purpose.REGISTRATION, id, PasskeyStepError.NOT_ASKED);
    RelyingParty site = site(journey).with(centers.of(journey.tenantId()).webauthnRelatedOrigins());
    NewPasskey made =
        passkeys.made(
            journey.tenantId(), site, challenge.value(), answer, journey.visitor().userAgent());
    return journey.state().with(record.made(made));
  }

  /** Begins to ask for one of the person's. */
  public Showing show(Journey journey) {
    String userId = userId(journey);
    RelyingParty site = site(journey);
    List<Passkey> own = passkeys.of(journey.tenantId(), userId, site.id());
    if (own.isEmpty()) {
      throw PasskeyStepError.NO_PASSKEY.exception();
    }
    AuthenticationOptions options = ceremonies.show(site, own);
    WebAuthn record = WebAuthn.begin(userId);
    challenges.ask(
        journey,
        Purpose.AUTHENTICATION,
        record.id(),
        new Challenge(options.challenge(), site.id()));
    return new Showing(journey.state().with(record), record.id(), options);
  }

  /** Takes the one that was shown. */
  public InteractionState shown(Journey journey, String id, AuthenticationAnswer answer) {
    WebAuthn record = record(journey, id);
    return guessing.guard(
        journey,
        Attempt.Pool.WEB_AUTHN,
        record.userId(),
        () -> {
          Challenge challenge =
              challenges.take(journey, Purpose.AUTHENTICATION, id, PasskeyStepError.NOT_ASKED);
          RelyingParty site = site(journey);
          OwnedPasskey owned =
              passkeys
                  .find(journey.tenantId(), site.id(), answer.id())
                  .filter(found -> found.userId().equals(record.userId()))
                  .filter(found -> answer.isOfNobody() || answer.isOf(found.userId()))
                  .orElseThrow(PasskeyError.NOT_VERIFIED::exception);
          Passkey passkey = owned.passkey();
          passkeys.use(
              journey.tenantId(),
              owned,
              ceremonies.shown(site, challenge.value(), passkey, answer));
          return journey.state().with(record.shown(passkey.backupEligible()));
        });
  }

  private static WebAuthn record(Journey journey, String id) {
    String userId = userId(journey);
    WebAuthn record =
        journey
            .state()
            .record(id, WebAuthn.class)
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    if (!record.userId().equals(userId)) {
      throw PasskeyStepError.OTHER_PERSON.exception();
    }
    return record;
  }

  private static String userId(Journey journey) {
    String userId = journey.state().userId();
    if (userId == null) {
      throw StepError.IDENTIFIER_NOT_FOUND.exception();
    }
    return userId;
  }

  static RelyingParty site(Journey journey) {
    return RelyingParty.of(journey.tenant().endpoint());
  }
}
