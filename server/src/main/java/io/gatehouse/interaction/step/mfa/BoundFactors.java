package io.gatehouse.interaction.step.mfa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingMfa;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.mfa.Passkeys;
import io.gatehouse.user.mfa.SecondFactors;
import io.gatehouse.user.settings.Preferences;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Writes at the end of an interaction what was bound in its course. */
@Singleton
public class BoundFactors {
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Preferences preferences;
  private final PendingSecrets secrets;

  BoundFactors(
      SecondFactors factors, Passkeys passkeys, Preferences preferences, PendingSecrets secrets) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.preferences = preferences;
    this.secrets = secrets;
  }

  /**
   * Writes the factors and what the person has said of them; belongs into the transaction of the
   * end.
   *
   * @return whether factors were among it
   */
  public boolean write(Journey journey, String userId) {
    PendingMfa pending = journey.state().mfa();
    PendingMfa.Totp totp = pending.totp();
    if (totp != null) {
      factors.addTotp(
          journey.tenantId(), userId, secrets.secret(journey, userId, totp.secret()), totp.step());
    }
    pending.webAuthn().forEach(key -> passkeys.add(journey.tenantId(), userId, key));
    PendingMfa.BackupCodes codes = pending.backupCode();
    if (codes != null) {
      factors.replaceBackupCodes(
          journey.tenantId(), userId, secrets.codes(journey, userId, codes.codes()));
    }
    remember(journey, userId, pending);
    return !pending.factors().isEmpty();
  }

  private void remember(Journey journey, String userId, PendingMfa pending) {
    ObjectNode mfa = JsonCodec.object();
    put(mfa, "enabled", pending.mfaEnabled());
    put(mfa, "skipped", pending.mfaSkipped());
    put(mfa, "additionalBindingSuggestionSkipped", pending.suggestionSkipped());
    ObjectNode passkey = JsonCodec.object();
    if (journey.state().interactionEvent() == InteractionEvent.SIGN_IN) {
      put(passkey, "skipped", pending.passkeySkipped());
    }
    if (!mfa.isEmpty() || !passkey.isEmpty()) {
      preferences.merge(journey.tenantId(), userId, mfa, passkey);
    }
  }

  private static void put(ObjectNode members, String name, @Nullable Boolean said) {
    if (said != null) {
      members.put(name, said);
    }
  }
}
