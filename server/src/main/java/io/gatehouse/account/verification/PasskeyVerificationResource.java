package io.gatehouse.account.verification;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.json.IsoTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Passkeys that people make who are signed in, over HTTP. */
@Path("/api/verifications/web-authn/registration")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verifications")
class PasskeyVerificationResource {
  private final OwnPasskeys passkeys;
  private final AccountCall call;

  PasskeyVerificationResource(OwnPasskeys passkeys, AccountCall call) {
    this.passkeys = passkeys;
    this.call = call;
  }

  /** What the browser is to be asked. */
  record Begun(
      String verificationRecordId, RegistrationOptions registrationOptions, String expiresAt) {}

  /** A passkey that can be added now. */
  record Made(String verificationRecordId) {}

  /** What the browser has answered. */
  @Input
  record Answer(@Size(max = 128) String verificationRecordId, RegistrationAnswer payload) {}

  @POST
  @Operation(
      operationId = "GenerateWebAuthnRegistrationOptions",
      summary = "Begin to make a passkey")
  public Begun begin() {
    call.gate().firstParty();
    OwnPasskeys.Begun begun = passkeys.begin(call);
    return new Begun(begun.proof().id(), begun.options(), IsoTime.of(begun.proof().expiresAt()));
  }

  @POST
  @Path("/verify")
  @APIResponse(responseCode = "404", description = "Nothing was begun.")
  @Operation(
      operationId = "VerifyWebAuthnRegistration",
      summary = "Hand in the passkey that was made")
  public Made made(Answer answer) {
    call.gate().firstParty();
    passkeys.made(call, answer.verificationRecordId(), answer.payload());
    return new Made(answer.verificationRecordId());
  }
}
