package io.gatehouse.experience;

import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.password.NewPassword;
import io.gatehouse.interaction.step.password.PasswordStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs by a password. */
@Path("/api/experience/verification")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
class PasswordResource {
  private final ExperienceCall call;
  private final PasswordStep password;
  private final NewPassword newPassword;

  PasswordResource(ExperienceCall call, PasswordStep password, NewPassword newPassword) {
    this.call = call;
    this.password = password;
    this.newPassword = newPassword;
  }

  @POST
  @Path("/password")
  @Operation(operationId = "CreatePasswordVerification", summary = "Prove by a password")
  public Map<String, String> verify(Inputs.Password body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.Password.Submit",
        () -> {
          VerificationRecord record =
              password.verify(journey, body.identifier().identifier(), body.password()).record();
          call.save(journey, journey.state().with(record));
          return Map.of("verificationId", record.id());
        });
  }

  @POST
  @Path("/new-password-identity")
  @Operation(
      operationId = "CreateNewPasswordIdentityVerification",
      summary = "Choose a username and a password for a new account")
  public Map<String, String> choose(Inputs.Password body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.NewPasswordIdentity.Submit",
        () -> {
          VerificationRecord record =
              newPassword.identity(journey, body.identifier().value(), body.password());
          call.save(journey, journey.state().with(record));
          return Map.of("verificationId", record.id());
        });
  }
}
