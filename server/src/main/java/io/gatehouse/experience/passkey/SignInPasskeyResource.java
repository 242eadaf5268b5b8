package io.gatehouse.experience.passkey;

import io.gatehouse.credential.passkey.AuthenticationAnswer;
import io.gatehouse.credential.passkey.AuthenticationOptions;
import io.gatehouse.experience.ExperienceApi;
import io.gatehouse.experience.ExperienceCall;
import io.gatehouse.experience.Inputs;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.SignInPasskey;
import io.gatehouse.interaction.step.passkey.SignInPasskeyStep;
import io.gatehouse.platform.input.Input;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proofs by a passkey alone. */
@Path("/api/experience/verification/sign-in-passkey/authentication")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class SignInPasskeyResource {
  private final ExperienceCall call;
  private final SignInPasskeyStep passkeys;

  SignInPasskeyResource(ExperienceCall call, SignInPasskeyStep passkeys) {
    this.call = call;
    this.passkeys = passkeys;
  }

  /** What the browser is to be asked. */
  record Showing(String verificationId, AuthenticationOptions authenticationOptions) {}

  @Input
  record Wanted(Inputs.Identity identifier) {}

  @Input
  record Shown(@Nullable String verificationId, AuthenticationAnswer payload) {}

  @POST
  @Operation(
      operationId = "CreateSignInPasskeyAuthenticationWithIdentifier",
      summary = "Ask for a passkey of the person with this identifier")
  public Showing show(Wanted body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.SignInPasskey.Create",
        () -> {
          SignInPasskeyStep.Showing showing =
              passkeys.show(journey, body.identifier().identifier());
          call.save(journey, showing.state());
          return new Showing(showing.verificationId(), showing.authenticationOptions());
        });
  }

  @POST
  @Path("/verify")
  @Operation(
      operationId = "VerifySignInPasskeyAuthentication",
      summary = "Take the passkey that was shown")
  public Map<String, String> shown(Shown body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.SignInPasskey.Submit",
        () -> {
          SignInPasskey record = passkeys.shown(journey, body.verificationId(), body.payload());
          call.save(journey, journey.state().with(record));
          return Map.of("verificationId", record.id());
        });
  }
}
