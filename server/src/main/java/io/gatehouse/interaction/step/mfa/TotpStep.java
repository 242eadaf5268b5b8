package io.gatehouse.interaction.step.mfa;

import io.gatehouse.guard.Attempt;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.Totp;
import io.gatehouse.user.User;
import io.gatehouse.user.mfa.SecondFactors;
import io.gatehouse.user.mfa.TotpCode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** A person shows a code of their authenticator app, or sets an app up. */
@Singleton
public class TotpStep {
  private final IdentifiedPerson identified;
  private final SecondFactors factors;
  private final PendingSecrets secrets;
  private final Guessing guessing;
  private final InstantSource clock;

  TotpStep(
      IdentifiedPerson identified,
      SecondFactors factors,
      PendingSecrets secrets,
      Guessing guessing,
      InstantSource clock) {
    this.identified = identified;
    this.factors = factors;
    this.secrets = secrets;
    this.guessing = guessing;
    this.clock = clock;
  }

  /** An app that is being set up: what its owner is shown. */
  public record Begun(
      InteractionState state,
      String verificationId,
      String secret,
      String secretQrCode,
      String link) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Begun[" + verificationId + "]";
    }
  }

  /** Begins to set an app up, with a new secret. */
  public Begun begin(Journey journey) {
    User user = identified.of(journey).user();
    String secret = SecondFactors.freshSecret();
    Totp record =
        new Totp(
            VerificationRecord.newId(),
            user.id(),
            secrets.sealed(journey, user.id(), secret),
            null,
            false);
    return begun(journey.with(journey.state().with(record)), user, record, secret);
  }

  /** The app that is being set up, to be shown again. */
  public Optional<Begun> begun(Journey journey) {
    return journey
        .state()
        .record(Totp.class)
        .flatMap(record ->
            secret(journey, record)
                .map(secret -> begun(journey, identified.of(journey).user(), record, secret)));
  }

  private static Begun begun(Journey journey, User user, Totp record, String secret) {
    SecondFactors.Shared shared =
        SecondFactors.shared(secret, journey.tenant().endpoint().getHost(), user);
    return new Begun(
        journey.state(), record.id(), shared.secret(), shared.secretQrCode(), shared.link());
  }

  /** Checks that the new app shows the right code. */
  public InteractionState confirm(Journey journey, String id, String code) {
    String user = userId(journey);
    Totp record =
        journey
            .state()
            .record(id, Totp.class)
            .filter(each -> each.userId().equals(user))
            .orElseThrow(StepError.RECORD_NOT_FOUND::exception);
    String secret = secret(journey, record).orElseThrow(MfaError.TOTP_CODE_INVALID::exception);
    OptionalLong step = TotpCode.step(secret, code, clock.instant());
    if (step.isEmpty()) {
      throw MfaError.TOTP_CODE_INVALID.exception();
    }
    return journey
        .state()
        .with(new Totp(record.id(), user, record.secret(), step.getAsLong(), true));
  }

  /** Checks a code of the app that the person has. */
  public InteractionState verify(Journey journey, String code) {
    String user = userId(journey);
    return guessing.guard(
        journey,
        Attempt.Pool.TOTP,
        user,
        () -> {
          if (!factors.redeemTotp(journey.tenantId(), user, code)) {
            throw MfaError.TOTP_CODE_INVALID.exception();
          }
          return journey.state().with(new Totp(VerificationRecord.newId(), user, null, null, true));
        });
  }

  private Optional<String> secret(Journey journey, Totp record) {
    return Optional.ofNullable(record.secret())
        .map(sealed -> secrets.secret(journey, record.userId(), sealed));
  }

  static String userId(Journey journey) {
    String user = journey.state().userId();
    if (user == null) {
      throw StepError.IDENTIFIER_NOT_FOUND.exception();
    }
    return user;
  }
}
