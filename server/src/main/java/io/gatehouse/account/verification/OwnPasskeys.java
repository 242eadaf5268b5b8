package io.gatehouse.account.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.credential.passkey.RelyingParty;
import io.gatehouse.interaction.step.passkey.PasskeyStepError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.User;
import io.gatehouse.user.mfa.NewPasskey;
import io.gatehouse.user.mfa.Passkeys;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;

/** People make a passkey or security key, to add it to their account afterwards. */
@Singleton
public class OwnPasskeys {
  private static final String CHALLENGE = "challenge";

  private final Passkeys passkeys;
  private final AccountCenters centers;
  private final Proofs proofs;

  OwnPasskeys(Passkeys passkeys, AccountCenters centers, Proofs proofs) {
    this.passkeys = passkeys;
    this.centers = centers;
    this.proofs = proofs;
  }

  /** What the browser is to be asked, and the proof that the answer belongs to. */
  public record Begun(Proofs.Made proof, RegistrationOptions options) {}

  public Begun begin(AccountCall call) {
    RelyingParty site = RelyingParty.of(call.currentTenant().endpoint());
    User user = call.bearer().person().user();
    RegistrationOptions options = passkeys.make(call.tenant(), site, user);
    return new Begun(proofs.passkey(call.owner(), Map.of(CHALLENGE, options.challenge())), options);
  }

  /** Takes the passkey that was made. A challenge is answered once, whatever comes of it. */
  public void made(AccountCall call, String id, RegistrationAnswer answer) {
    proofs.requirePasskey(call.owner(), id);
    Map<String, String> asked =
        proofs.takeSession(call.owner(), id).orElseThrow(PasskeyStepError.NOT_ASKED::exception);
    RelyingParty site =
        RelyingParty.of(call.currentTenant().endpoint())
            .with(centers.of(call.tenant()).webauthnRelatedOrigins());
    String challenge = Objects.requireNonNull(asked.get(CHALLENGE));
    NewPasskey made = passkeys.made(call.tenant(), site, challenge, answer, call.userAgent());
    proofs.passkeyMade(call.owner(), id, JsonCodec.mapper().<ObjectNode>valueToTree(made));
  }
}
