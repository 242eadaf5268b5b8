package io.gatehouse.interaction.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.step.VerificationRecord.EnterpriseSso;
import io.gatehouse.interaction.step.VerificationRecord.NewIdentity;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import java.util.List;

/**
 * The state of an interaction as a custom sign-in page may see it: without hashes, sessions and
 * tokens.
 */
public final class PublicState {
  private static final List<String> HIDDEN_OF_TRIPS = List.of("session", "tokens");
  private static final List<String> HIDDEN_OF_NEW_IDENTITY = List.of("password");
  private static final List<String> HIDDEN_OF_TOTP = List.of("secret", "step");
  private static final List<String> HIDDEN_OF_BACKUP_CODES = List.of("codes");
  private static final List<String> HIDDEN_OF_PASSKEYS = List.of("made", "copied");

  private PublicState() {}

  /** With where the person is, for a page that asks. */
  public static ObjectNode of(Journey journey) {
    ObjectNode json = of(journey.state());
    json.set("signInContext", journey.visitor().signInContext());
    return json;
  }

  public static ObjectNode of(InteractionState state) {
    ObjectNode json = state.json();
    json.remove("page");
    ((ObjectNode) json.get("profile")).remove("password");
    json.set("mfa", state.mfa().told());
    for (int i = 0; i < state.verificationRecords().size(); i++) {
      ((ObjectNode) json.get("verificationRecords").get(i))
          .remove(hidden(state.verificationRecords().get(i)));
    }
    return json;
  }

  private static List<String> hidden(VerificationRecord record) {
    return switch (record) {
      case Social social -> HIDDEN_OF_TRIPS;
      case EnterpriseSso enterprise -> HIDDEN_OF_TRIPS;
      case NewIdentity identity -> HIDDEN_OF_NEW_IDENTITY;
      case VerificationRecord.Password password -> List.of();
      case VerificationRecord.Code code -> List.of();
      case VerificationRecord.OneTimeToken token -> List.of();
      case VerificationRecord.Totp app -> HIDDEN_OF_TOTP;
      case VerificationRecord.BackupCode codes -> HIDDEN_OF_BACKUP_CODES;
      case VerificationRecord.MfaCode code -> List.of();
      case VerificationRecord.WebAuthn key -> HIDDEN_OF_PASSKEYS;
      case VerificationRecord.SignInPasskey passkey -> HIDDEN_OF_PASSKEYS;
    };
  }
}
