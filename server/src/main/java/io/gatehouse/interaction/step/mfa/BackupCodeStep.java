package io.gatehouse.interaction.step.mfa;

import io.gatehouse.guard.Attempt;
import io.gatehouse.interaction.step.Guessing;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.BackupCode;
import io.gatehouse.user.mfa.BackupCodes;
import io.gatehouse.user.mfa.SecondFactors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A person shows one of their backup codes, or is given a set of them. */
@Singleton
public class BackupCodeStep {
  private final SecondFactors factors;
  private final PendingSecrets secrets;
  private final Guessing guessing;

  BackupCodeStep(SecondFactors factors, PendingSecrets secrets, Guessing guessing) {
    this.factors = factors;
    this.secrets = secrets;
    this.guessing = guessing;
  }

  /** A set of codes, for its owner to keep. */
  public record Generated(InteractionState state, String verificationId, List<String> codes) {
    /** Never shows the codes. */
    @Override
    public String toString() {
      return "Generated[" + verificationId + "]";
    }
  }

  /** Makes a set of codes; what the person has shown of an earlier set still counts. */
  public Generated generate(Journey journey) {
    String user = TotpStep.userId(journey);
    List<String> codes = BackupCodes.fresh();
    BackupCode record =
        new BackupCode(
            VerificationRecord.newId(),
            user,
            journey.state().record(BackupCode.class).map(BackupCode::code).orElse(null),
            secrets.sealed(journey, user, codes));
    return new Generated(journey.state().with(record), record.id(), codes);
  }

  /** The set that was made and is not bound yet, to be shown again. */
  public Optional<Generated> generated(Journey journey) {
    return journey
        .state()
        .record(BackupCode.class)
        .flatMap(record ->
            Optional.ofNullable(record.codes())
                .map(sealed ->
                    new Generated(
                        journey.state(),
                        record.id(),
                        secrets.codes(journey, record.userId(), sealed))));
  }

  /** Uses a code up. */
  public InteractionState verify(Journey journey, String code) {
    String user = TotpStep.userId(journey);
    return guessing.guard(
        journey,
        Attempt.Pool.BACKUP_CODE,
        user,
        () -> {
          if (!factors.redeemBackupCode(journey.tenantId(), user, code)) {
            throw MfaError.BACKUP_CODE_INVALID.exception();
          }
          return journey
              .state()
              .with(new BackupCode(VerificationRecord.newId(), user, code.strip(), null));
        });
  }
}
