package io.gatehouse.experience.passkey;

import io.gatehouse.credential.passkey.AuthenticationAnswer;
import io.gatehouse.credential.passkey.AuthenticationOptions;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.experience.ExperienceApi;
import io.gatehouse.experience.ExperienceCall;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.passkey.WebAuthnStep;
import io.gatehouse.platform.input.Input;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Passkeys and security keys of a person who is known: made, or shown beside another proof. */
@Path("/api/experience/verification/web-authn")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class WebAuthnResource {
  private static final String BEGUN = "Create";
  private static final String ENDED = "Submit";

  private final ExperienceCall call;
  private final WebAuthnStep keys;

  WebAuthnResource(ExperienceCall call, WebAuthnStep keys) {
    this.call = call;
    this.keys = keys;
  }

  /** What the browser is to be asked so that a passkey is made. */
  record Making(String verificationId, RegistrationOptions registrationOptions) {}

  /** What the browser is to be asked so that one is shown. */
  record Showing(String verificationId, AuthenticationOptions authenticationOptions) {}

  @Input
  record Made(String verificationId, RegistrationAnswer payload) {}

  @Input
  record Shown(String verificationId, AuthenticationAnswer payload) {}

  @POST
  @Path("/registration")
  @Operation(
      operationId = "CreateWebAuthnRegistrationVerification",
      summary = "Begin to make a passkey")
  public Making make() {
    Journey journey = call.journey();
    return logged(
        journey,
        BEGUN,
        () -> {
          WebAuthnStep.Making making = keys.make(journey);
          call.save(journey, making.state());
          return new Making(making.verificationId(), making.registrationOptions());
        });
  }

  @POST
  @Path("/registration/verify")
  @Operation(
      operationId = "VerifyWebAuthnRegistrationVerification",
      summary = "Take the passkey that was made")
  public Map<String, String> made(Made body) {
    Journey journey = call.journey();
    return logged(
        journey,
        ENDED,
        () -> {
          call.save(journey, keys.made(journey, body.verificationId(), body.payload()));
          return Map.of("verificationId", body.verificationId());
        });
  }

  @POST
  @Path("/authentication")
  @Operation(
      operationId = "CreateWebAuthnAuthenticationVerification",
      summary = "Begin to ask for a passkey")
  public Showing show() {
    Journey journey = call.journey();
    return logged(
        journey,
        BEGUN,
        () -> {
          WebAuthnStep.Showing showing = keys.show(journey);
          call.save(journey, showing.state());
          return new Showing(showing.verificationId(), showing.authenticationOptions());
        });
  }

  @POST
  @Path("/authentication/verify")
  @Operation(
      operationId = "VerifyWebAuthnAuthenticationVerification",
      summary = "Take the passkey that was shown")
  public Map<String, String> shown(Shown body) {
    Journey journey = call.journey();
    return logged(
        journey,
        ENDED,
        () -> {
          call.save(journey, keys.shown(journey, body.verificationId(), body.payload()));
          return Map.of("verificationId", body.verificationId());
        });
  }

  private <T> T logged(Journey journey, String verb, Supplier<T> step) {
    return call.logged(journey.state().interactionEvent(), "Verification.WebAuthn." + verb, step);
  }
}
