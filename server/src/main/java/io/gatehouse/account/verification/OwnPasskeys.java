package io.gatehouse.account.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.credential.passkey.Ceremonies;
import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.credential.passkey.PasskeyError;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.credential.passkey.RelyingParty;
import io.gatehouse.interaction.step.passkey.PasskeyStepError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.User;
import io.gatehouse.user.mfa.NewPasskey;
import io.gatehouse.user.mfa.Passkeys;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** People make a passkey or security key, to add it to their account afterwards. */
@Singleton
class OwnPasskeys {
  private static final String CHALLENGE = "challenge";
  private static final String NAMELESS = "Unnamed User";

  private final Ceremonies ceremonies;
  private final Passkeys passkeys;
  private final AccountCenters centers;
  private final Proofs proofs;

  OwnPasskeys(Ceremonies ceremonies, Passkeys passkeys, AccountCenters centers, Proofs proofs) {
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.centers = centers;
    this.proofs = proofs;
  }

  /** What the browser is to be asked, and the proof that the answer belongs to. */
  record Begun(Proofs.Made proof, RegistrationOptions options) {}

  Begun begin(AccountCall call) {
    RelyingParty site = RelyingParty.of(call.currentTenant().endpoint());
    User user = call.bearer().person().user();
    List<Passkey> own = passkeys.of(call.tenant(), user.id(), site.id());
    RegistrationOptions options = ceremonies.make(site, user.id(), name(user), own);
    return new Begun(proofs.passkey(call.owner(), Map.of(CHALLENGE, options.challenge())), options);
  }

  /** Takes the passkey that was made. A challenge is answered once, whatever comes of it. */
  void made(AccountCall call, String id, RegistrationAnswer answer) {
    proofs.requirePasskey(call.owner(), id);
    Map<String, String> asked =
        proofs.takeSession(call.owner(), id).orElseThrow(PasskeyStepError.NOT_ASKED::exception);
    RelyingParty site =
        RelyingParty.of(call.currentTenant().endpoint())
            .with(centers.of(call.tenant()).webauthnRelatedOrigins());
    Passkey passkey = ceremonies.made(site, Objects.requireNonNull(asked.get(CHALLENGE)), answer);
    // Web Authentication §7.1: the credential is not yet registered for any user.
    if (passkeys.find(call.tenant(), site.id(), passkey.id()).isPresent()) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
    proofs.passkeyMade(
        call.owner(),
        id,
        JsonCodec.mapper()
            .<ObjectNode>valueToTree(new NewPasskey(passkey, site.id(), call.userAgent(), null)));
  }

  /** What browsers and password managers call the person. */
  private static String name(User user) {
    return Stream.of(user.username(), user.primaryEmail(), user.primaryPhone(), user.name())
        .filter(text -> text != null && !text.isEmpty())
        .findFirst()
        .orElse(NAMELESS);
  }
}
