package io.gatehouse.account.me;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An administrator's own password and address, over HTTP. */
@Path("/me")
@MeApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class MeSecurityResource {
  private final OwnPassword passwords;
  private final OwnAddress addresses;
  private final ManagementCall call;

  MeSecurityResource(OwnPassword passwords, OwnAddress addresses, ManagementCall call) {
    this.passwords = passwords;
    this.addresses = addresses;
    this.call = call;
  }

  @POST
  @Path("/password/verify")
  @Operation(
      operationId = "VerifyMyPassword",
      summary = "Prove that one knows the password; this counts for ten minutes")
  public void verifyPassword(MeInputs.Password input) {
    passwords.verify(call.tenant(), Actor.of(call), call.caller().id(), input.password());
  }

  @POST
  @Path("/password")
  @Operation(
      operationId = "SetMyPassword",
      summary = "Choose another password, within ten minutes of a proof")
  public void setPassword(MeInputs.Password input) {
    passwords.set(call.tenant(), Actor.of(call), call.caller().id(), input.password());
  }

  @POST
  @Path("/verification-codes")
  @Operation(operationId = "SendMyVerificationCode", summary = "Have a code sent to an address")
  public void sendCode(MeInputs.Address input) {
    List<String> languages = call.languages();
    addresses.send(
        call.tenant(),
        Actor.of(call),
        input.email(),
        languages.isEmpty() ? "en" : languages.getFirst());
  }

  @POST
  @Path("/verification-codes/verify")
  @Operation(
      operationId = "VerifyMyVerificationCode",
      summary = "Prove an address, to have it or to be allowed another password")
  public void verifyCode(MeInputs.Code input) {
    addresses.verify(call.tenant(), Actor.of(call), call.caller().id(), input);
  }
}
