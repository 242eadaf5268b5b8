package io.gatehouse.experience;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.MfaCodeStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Second factors by a code that was sent to the person's own address. */
@Path("/api/experience/verification/mfa-verification-code")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class MfaCodeResource {
  private final ExperienceCall call;
  private final MfaCodeStep codes;

  MfaCodeResource(ExperienceCall call, MfaCodeStep codes) {
    this.call = call;
    this.codes = codes;
  }

  @POST
  @Operation(
      operationId = "CreateAndSendMfaVerificationCode",
      summary = "Send a code as a second factor")
  public Map<String, String> send(Inputs.SendMfaCode body) {
    Journey journey = call.journey();
    IdentifierType type = body.identifierType().type();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification." + record(type) + ".Create",
        () -> kept(journey, codes.send(journey, type)));
  }

  @POST
  @Path("/verify")
  @Operation(
      operationId = "VerifyMfaVerificationCode",
      summary = "Prove by a code that was sent as a second factor")
  public Map<String, String> verify(Inputs.VerifyMfaCode body) {
    Journey journey = call.journey();
    IdentifierType type = body.identifierType().type();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification." + record(type) + ".Submit",
        () -> kept(journey, codes.verify(journey, type, body.verificationId(), body.code())));
  }

  private Map<String, String> kept(Journey journey, InteractionState state) {
    call.save(journey, state);
    return Map.of("verificationId", state.verificationRecords().getLast().id());
  }

  private static String record(IdentifierType type) {
    return type == IdentifierType.EMAIL ? "MfaEmailVerificationCode" : "MfaPhoneVerificationCode";
  }
}
