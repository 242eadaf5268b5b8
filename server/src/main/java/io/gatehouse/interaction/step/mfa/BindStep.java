package io.gatehouse.interaction.step.mfa;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.interaction.step.IdentifiedPerson;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingMfa;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.VerificationRecord.MfaCode;
import io.gatehouse.interaction.step.profile.ProfileStep;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.UserError;
import io.gatehouse.user.mfa.NewPasskey;
import jakarta.inject.Singleton;

/**
 * Adds a further factor to what the interaction will write at its end, or notes what the person
 * thinks of having one. Who has one already shows it first.
 */
@Singleton
public class BindStep {
  private static final String TEMPLATE = "BindMfa";

  private final SecondFactorCheck check;
  private final IdentifiedPerson identified;
  private final ProfileStep profile;

  BindStep(SecondFactorCheck check, IdentifiedPerson identified, ProfileStep profile) {
    this.check = check;
    this.identified = identified;
    this.profile = profile;
  }

  /** Adds the authenticator app that showed the right code. */
  public InteractionState totp(Journey journey, String id) {
    check.enter(journey);
    VerificationRecord.Totp record = record(journey, id, VerificationRecord.Totp.class);
    requireOwn(journey, record.userId());
    if (!record.verified()) {
      throw StepError.NOT_VERIFIED.exception();
    }
    String secret = record.secret();
    if (secret == null) {
      throw MfaError.PENDING_NOT_FOUND.exception();
    }
    requireEnabled(journey, Factor.TOTP);
    if (identified.of(journey).secondStep().has(Factor.TOTP)) {
      throw UserError.TOTP_IN_USE.exception();
    }
    PendingMfa pending = journey.state().mfa();
    return journey.state().with(pending.with(new PendingMfa.Totp(secret, record.step())).enabled());
  }

  /** Adds the passkey or security key that was made; a person may have several. */
  public InteractionState webAuthn(Journey journey, String id) {
    NewPasskey made = made(journey, id);
    requireEnabled(journey, Factor.WEB_AUTHN);
    return journey.state().with(journey.state().mfa().with(made).enabled());
  }

  /** The same for signing in, which says nothing about a second step. */
  public InteractionState passkey(Journey journey, String id) {
    NewPasskey made = made(journey, id);
    if (!journey.experience().passkeySignIn().on()) {
      requireEnabled(journey, Factor.WEB_AUTHN);
    }
    return journey.state().with(journey.state().mfa().with(made));
  }

  private NewPasskey made(Journey journey, String id) {
    check.enter(journey);
    VerificationRecord.WebAuthn record = record(journey, id, VerificationRecord.WebAuthn.class);
    if (!record.verified()) {
      throw StepError.NOT_VERIFIED.exception();
    }
    NewPasskey made = record.made();
    if (made == null) {
      throw MfaError.PENDING_NOT_FOUND.exception();
    }
    return made;
  }

  /** Adds the backup codes that the person has been shown, beside another factor. */
  public InteractionState backupCodes(Journey journey, String id) {
    check.enter(journey);
    VerificationRecord.BackupCode record = record(journey, id, VerificationRecord.BackupCode.class);
    requireOwn(journey, record.userId());
    requireEnabled(journey, Factor.BACKUP_CODE);
    SignInUser person = identified.of(journey);
    if (Factors.linked(journey, person).stream().allMatch(each -> each == Factor.BACKUP_CODE)) {
      throw UserError.BACKUP_CODE_ALONE.exception();
    }
    String codes = record.codes();
    if (codes == null) {
      throw MfaError.PENDING_NOT_FOUND.exception();
    }
    PendingMfa pending = journey.state().mfa();
    return journey.state().with(pending.with(new PendingMfa.BackupCodes(codes)).enabled());
  }

  /** Adds an address or a number that has been proved, so that codes can be sent there. */
  public InteractionState address(Journey journey, IdentifierType type, String id) {
    check.enter(journey);
    InteractionState added = profile.proved(journey, id, type);
    requireEnabled(journey, type == IdentifierType.EMAIL ? Factor.EMAIL_CODE : Factor.PHONE_CODE);
    VerificationRecord.Code code = record(journey, id, VerificationRecord.Code.class);
    return added
        .with(MfaCode.begin(code.identifier(), TEMPLATE).proved())
        .with(added.mfa().enabled());
  }

  /** Notes that the person wants a second step. */
  public InteractionState enable(Journey journey) {
    check.enter(journey);
    return journey.state().with(journey.state().mfa().enabled());
  }

  /** Notes that the person does not want one now, where that is theirs to decide. */
  public InteractionState skip(Journey journey) {
    check.enter(journey);
    if (!Standing.of(journey, identified.of(journey)).skippable()) {
      throw MfaError.NOT_SKIPPABLE.exception();
    }
    return journey.state().with(journey.state().mfa().skipped());
  }

  /** Notes that the person does not want another one. */
  public InteractionState skipSuggestion(Journey journey) {
    check.enter(journey);
    return journey.state().with(journey.state().mfa().withoutSuggestion());
  }

  /** Notes that the person does not want a passkey. */
  public InteractionState skipPasskey(Journey journey) {
    check.enter(journey);
    return journey.state().with(journey.state().mfa().withoutPasskey());
  }

  private static <T extends VerificationRecord> T record(
      Journey journey, String id, Class<T> type) {
    return journey.state().record(id, type).orElseThrow(StepError.RECORD_NOT_FOUND::exception);
  }

  /** What somebody proved before the interaction became another's is nobody's any more. */
  private static void requireOwn(Journey journey, String userId) {
    if (!userId.equals(journey.state().userId())) {
      throw StepError.RECORD_NOT_FOUND.exception();
    }
  }

  private static void requireEnabled(Journey journey, Factor factor) {
    if (!journey.experience().mfa().factors().contains(factor)) {
      throw MfaError.FACTOR_NOT_ENABLED.exception();
    }
  }
}
