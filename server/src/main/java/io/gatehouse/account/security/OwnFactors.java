package io.gatehouse.account.security;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountEvents;
import io.gatehouse.account.proof.ProofError;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.branding.Policies;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.interaction.step.mfa.MfaError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.mfa.BackupCodes;
import io.gatehouse.user.mfa.FactorType;
import io.gatehouse.user.mfa.MfaFactor;
import io.gatehouse.user.mfa.MfaFactors;
import io.gatehouse.user.mfa.NewPasskey;
import io.gatehouse.user.mfa.Passkeys;
import io.gatehouse.user.settings.Preferences;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do with their own factors. */
@Singleton
public class OwnFactors {
  private final MfaFactors factors;
  private final Preferences preferences;
  private final SignInExperiences experiences;
  private final Passkeys passkeys;
  private final Proofs proofs;
  private final AccountEvents events;

  OwnFactors(
      MfaFactors factors,
      Preferences preferences,
      SignInExperiences experiences,
      Passkeys passkeys,
      Proofs proofs,
      AccountEvents events) {
    this.factors = factors;
    this.preferences = preferences;
    this.experiences = experiences;
    this.passkeys = passkeys;
    this.proofs = proofs;
    this.events = events;
  }

  public List<MfaFactor> list(AccountCall call) {
    return factors.list(call.tenant(), call.userId());
  }

  public MfaFactor get(AccountCall call, String id) {
    return list(call).stream()
        .filter(factor -> factor.id().equals(id))
        .findFirst()
        .orElseThrow(ProofError.NOT_FOUND::exception);
  }

  /** Whether the tenant offers this factor. */
  public boolean offers(AccountCall call, Policies.Factor factor) {
    SignInExperience experience = experiences.of(call.tenant());
    boolean signsIn =
        factor == Policies.Factor.WEB_AUTHN
            && Boolean.TRUE.equals(experience.passkeySignIn().enabled());
    return signsIn || experience.mfa().factors().contains(factor);
  }

  /** Ends the request where it does not. */
  public void require(AccountCall call, Policies.Factor factor) {
    if (!offers(call, factor)) {
      throw MfaError.FACTOR_NOT_ENABLED.exception();
    }
  }

  /** Adds a factor; whoever adds one of the second step wants that step. */
  public void add(AccountCall call, FactorInputs.New input) {
    events.changing(
        call,
        () -> {
          switch (input.type()) {
            case Totp ->
                factors.addTotp(
                    call.tenant(),
                    call.actor(),
                    call.userId(),
                    new MfaFactors.Totp(Objects.requireNonNull(input.secret()), input.code()));
            case WebAuthn ->
                addPasskey(
                    call,
                    Objects.requireNonNull(input.newIdentifierVerificationRecordId()),
                    input.name());
            case BackupCode ->
                factors.addBackupCodes(
                    call.tenant(),
                    call.actor(),
                    call.userId(),
                    Objects.requireNonNull(input.codes()));
          }
          if (experiences.of(call.tenant()).mfa().factors().contains(input.type().factor())) {
            preferences.merge(
                call.tenant(),
                call.userId(),
                JsonCodec.object().put("enabled", true),
                JsonCodec.object());
          }
        });
  }

  private void addPasskey(AccountCall call, String proofId, @Nullable String name) {
    NewPasskey made =
        JsonCodec.mapper()
            .convertValue(proofs.redeemPasskey(call.owner(), proofId), NewPasskey.class);
    passkeys.add(
        call.tenant(),
        call.userId(),
        new NewPasskey(made.passkey(), made.relyingParty(), made.agent(), name));
  }

  public void replaceApp(AccountCall call, FactorInputs.App input) {
    events.changing(
        call,
        () ->
            factors.replaceTotp(
                call.tenant(),
                call.actor(),
                call.userId(),
                new MfaFactors.Totp(input.secret(), input.code())));
  }

  public List<BackupCodes.Kept> codes(AccountCall call) {
    return factors.codes(call.tenant(), call.userId());
  }

  /** Makes new backup codes in the place of all that there are. */
  public void replaceCodes(AccountCall call, List<String> fresh) {
    events.changing(
        call,
        () -> {
          list(call).stream()
              .filter(factor -> factor.type() == FactorType.BackupCode)
              .forEach(factor ->
                  factors.delete(call.tenant(), call.actor(), call.userId(), factor.id()));
          factors.addBackupCodes(call.tenant(), call.actor(), call.userId(), fresh);
        });
  }

  public void rename(AccountCall call, String id, String name) {
    events.changing(
        call,
        () -> {
          if (!factors.rename(call.tenant(), call.actor(), call.userId(), id, name)) {
            throw ProofError.NOT_FOUND.exception();
          }
        });
  }

  public void delete(AccountCall call, String id) {
    events.changing(call, () -> factors.delete(call.tenant(), call.actor(), call.userId(), id));
  }
}
