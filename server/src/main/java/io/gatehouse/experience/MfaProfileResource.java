package io.gatehouse.experience;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BindStep;
import io.gatehouse.interaction.step.mfa.TrustStep;
import io.gatehouse.platform.json.JsonCodec;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Further factors that are added on the way in, and what people think of having them. */
@Path("/api/experience/profile/mfa")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class MfaProfileResource {
  private final ExperienceCall call;
  private final BindStep bind;
  private final TrustStep trust;

  MfaProfileResource(ExperienceCall call, BindStep bind, TrustStep trust) {
    this.call = call;
    this.bind = bind;
    this.trust = trust;
  }

  @POST
  @Operation(operationId = "BindMfaVerification", summary = "Add a further factor")
  public void add(Inputs.Bind body) {
    Journey journey = call.journey();
    String type = JsonCodec.mapper().convertValue(body.type(), String.class);
    call.logged(
        journey.state().interactionEvent(),
        "BindMfa." + type + ".Submit",
        () -> {
          call.save(journey, added(journey, body.type(), body.verificationId()));
        });
  }

  @POST
  @Path("/passkey")
  @Operation(operationId = "BindPasskey", summary = "Add a passkey to sign in with")
  public void addPasskey(Inputs.Made body) {
    Journey journey = call.journey();
    call.logged(
        journey.state().interactionEvent(),
        "SignInPasskey.Submit",
        () -> {
          call.save(journey, bind.passkey(journey, body.verificationId()));
        });
  }

  @POST
  @Path("/passkey-skipped")
  @Operation(operationId = "SkipPasskeyBinding", summary = "Go on without a passkey")
  public void skipPasskey() {
    Journey journey = call.journey();
    call.save(journey, bind.skipPasskey(journey));
  }

  @POST
  @Path("/mfa-enabled")
  @Operation(operationId = "MarkMfaEnabled", summary = "Ask for a second step from now on")
  public void enable() {
    Journey journey = call.journey();
    call.save(journey, bind.enable(journey));
  }

  @POST
  @Path("/mfa-skipped")
  @Operation(operationId = "SkipMfaBindingFlow", summary = "Go on without a second step")
  public void skip() {
    Journey journey = call.journey();
    call.save(journey, bind.skip(journey));
  }

  @POST
  @Path("/mfa-suggestion-skipped")
  @Operation(operationId = "SkipMfaSuggestion", summary = "Go on without another further factor")
  public void skipSuggestion() {
    Journey journey = call.journey();
    call.save(journey, bind.skipSuggestion(journey));
  }

  @POST
  @Path("/trusted-device")
  @Operation(
      operationId = "RequestTrustedDeviceCreation",
      summary = "Go on without a second step in this browser from now on")
  public void trustDevice() {
    Journey journey = call.journey();
    call.save(journey, trust.trust(journey));
  }

  private InteractionState added(Journey journey, Factor factor, String id) {
    return switch (factor) {
      case TOTP -> bind.totp(journey, id);
      case BACKUP_CODE -> bind.backupCodes(journey, id);
      case EMAIL_CODE -> bind.address(journey, IdentifierType.EMAIL, id);
      case PHONE_CODE -> bind.address(journey, IdentifierType.PHONE, id);
      case WEB_AUTHN -> bind.webAuthn(journey, id);
    };
  }
}
