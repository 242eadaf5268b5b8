package io.gatehouse.message.code;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Codes for programs, over HTTP. */
@Path("/api/verification-codes")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Verification codes")
class VerificationCodeResource {
  private final VerificationCodes codes;
  private final ManagementCall call;

  VerificationCodeResource(VerificationCodes codes, ManagementCall call) {
    this.codes = codes;
    this.call = call;
  }

  @POST
  @APIResponse(responseCode = "429", description = "The address has got too many messages lately.")
  @APIResponse(responseCode = "501", description = "There is no connector to send with.")
  @Operation(operationId = "CreateVerificationCode", summary = "Send a code to an address")
  public void send(Recipient recipient) {
    codes.send(call.tenant(), recipient.to(), call.ip());
  }

  @POST
  @Path("/verify")
  @Operation(operationId = "VerifyVerificationCode", summary = "Check a code, and use it up")
  public void verify(Recipient.Typed typed) {
    codes.verify(call.tenant(), typed.from(), typed.code());
  }
}
