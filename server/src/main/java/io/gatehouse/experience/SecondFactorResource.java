package io.gatehouse.experience;

import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.mfa.BackupCodeStep;
import io.gatehouse.interaction.step.mfa.TotpStep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs by an authenticator app and by backup codes, and setting both up. */
@Path("/api/experience/verification")
@ExperienceApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experience")
public class SecondFactorResource {
  private final ExperienceCall call;
  private final TotpStep totp;
  private final BackupCodeStep backupCodes;

  SecondFactorResource(ExperienceCall call, TotpStep totp, BackupCodeStep backupCodes) {
    this.call = call;
    this.totp = totp;
    this.backupCodes = backupCodes;
  }

  /** What the owner of a new app has to scan or type. */
  public record NewTotp(String verificationId, String secret, String secretQrCode) {}

  /** What the owner of new backup codes has to keep. */
  public record NewBackupCodes(String verificationId, List<String> codes) {}

  @POST
  @Path("/totp/secret")
  @Operation(operationId = "CreateTotpSecret", summary = "Begin to set an authenticator app up")
  public NewTotp begin() {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.Totp.Create",
        () -> {
          TotpStep.Begun begun = totp.begin(journey);
          call.save(journey, begun.state());
          return new NewTotp(begun.verificationId(), begun.secret(), begun.secretQrCode());
        });
  }

  @POST
  @Path("/totp/verify")
  @Operation(
      operationId = "VerifyTotpVerification",
      summary = "Prove by the code of an authenticator app")
  public Map<String, String> verify(Inputs.TotpCode body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.Totp.Submit",
        () -> {
          String id = body.verificationId();
          return kept(
              journey,
              id == null
                  ? totp.verify(journey, body.code())
                  : totp.confirm(journey, id, body.code()));
        });
  }

  @POST
  @Path("/backup-code/generate")
  @Operation(operationId = "GenerateBackupCodes", summary = "Make a set of backup codes")
  public NewBackupCodes generate() {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.BackupCode.Create",
        () -> {
          BackupCodeStep.Generated generated = backupCodes.generate(journey);
          call.save(journey, generated.state());
          return new NewBackupCodes(generated.verificationId(), generated.codes());
        });
  }

  @POST
  @Path("/backup-code/verify")
  @Operation(operationId = "VerifyBackupCode", summary = "Prove by a backup code")
  public Map<String, String> verify(Inputs.BackupCode body) {
    Journey journey = call.journey();
    return call.logged(
        journey.state().interactionEvent(),
        "Verification.BackupCode.Submit",
        () -> kept(journey, backupCodes.verify(journey, body.code())));
  }

  private Map<String, String> kept(Journey journey, InteractionState state) {
    call.save(journey, state);
    return Map.of("verificationId", state.verificationRecords().getLast().id());
  }
}
