package io.gatehouse.experience.passkey;

import io.gatehouse.credential.passkey.AuthenticationOptions;
import io.gatehouse.experience.ExperienceApi;
import io.gatehouse.experience.ExperienceCall;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.passkey.SignInPasskeyStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a page asks the browser before anybody has begun to sign in. */
@Path("/api/experience/preflight/sign-in-passkey/authentication")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class PreflightResource {
  private final ExperienceCall call;
  private final SignInPasskeyStep passkeys;

  PreflightResource(ExperienceCall call, SignInPasskeyStep passkeys) {
    this.call = call;
    this.passkeys = passkeys;
  }

  /** What the browser is to be asked. */
  record Asked(AuthenticationOptions authenticationOptions) {}

  @POST
  @Operation(
      operationId = "CreateSignInPasskeyAuthentication",
      summary = "Ask for any passkey of the site")
  public Asked ask() {
    return new Asked(
        passkeys.preflight(call.journey(InteractionState.begin(InteractionEvent.SIGN_IN))));
  }
}
