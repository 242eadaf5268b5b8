package io.gatehouse.account.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.proof.ProofError;
import io.gatehouse.branding.Policies;
import io.gatehouse.platform.json.IsoTime;
import io.gatehouse.user.mfa.BackupCodes;
import io.gatehouse.user.mfa.FactorType;
import io.gatehouse.user.mfa.MfaFactor;
import io.gatehouse.user.mfa.SecondFactors;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** One's own factors of the second step, over HTTP. */
@Path("/api/my-account/mfa-verifications")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MyFactorResource {
  private final OwnFactors factors;
  private final AccountCall call;

  MyFactorResource(OwnFactors factors, AccountCall call) {
    this.factors = factors;
    this.call = call;
  }

  /** A secret for an authenticator app. */
  record Secret(String secret) {}

  /** Codes to be written down. */
  record Codes(List<String> codes) {}

  /** The codes that are kept. */
  record KeptCodes(List<KeptCode> codes) {}

  /**
   * One of them.
   *
   * @param usedAt in the form of ISO 8601; null while it is unused
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeptCode(String code, @Nullable String usedAt) {
    static KeptCode of(BackupCodes.Kept kept) {
      Instant used = kept.usedAt();
      return new KeptCode(kept.code(), used == null ? null : IsoTime.of(used));
    }
  }

  @GET
  @APIResponse(responseCode = "400", description = "The tenant does not show factors.")
  @Operation(operationId = "GetMfaVerifications", summary = "List one's own factors")
  public List<MfaFactor> list() {
    call.gate().shows(Part.MFA).scope401(AccountScopes.IDENTITIES);
    return factors.list(call);
  }

  @POST
  @ResponseStatus(204)
  @Operation(
      operationId = "AddMfaVerification",
      summary = "Add an authenticator app, a passkey or backup codes")
  public void add(FactorInputs.New input) {
    mayEdit(input.type() == FactorInputs.Kind.WebAuthn ? Part.PASSKEY : Part.MFA);
    factors.require(call, input.type().factor());
    factors.add(call, input);
  }

  @PUT
  @Path("/totp")
  @Operation(
      operationId = "CreateOrReplaceTotpMfaVerification",
      summary = "Have an authenticator app in the place of the one before")
  public void replaceApp(FactorInputs.App input) {
    mayEdit(Part.MFA);
    factors.require(call, Policies.Factor.TOTP);
    factors.replaceApp(call, input);
  }

  private void mayEdit(Part part) {
    call.gate().proved().edits(part).scope401(AccountScopes.IDENTITIES).firstParty();
  }

  @POST
  @Path("/totp-secret/generate")
  @Operation(
      operationId = "GenerateTotpSecret",
      summary = "Get a secret for an authenticator app, of which nothing is kept")
  public Secret freshSecret() {
    return new Secret(SecondFactors.freshSecret());
  }

  @POST
  @Path("/backup-codes/generate")
  @Operation(
      operationId = "GenerateMyAccountBackupCodes",
      summary = "Get a set of backup codes, of which nothing is kept")
  public Codes freshCodes() {
    return new Codes(BackupCodes.fresh());
  }

  @GET
  @Path("/backup-codes")
  @APIResponse(responseCode = "404", description = "There are no backup codes.")
  @Operation(operationId = "GetBackupCodes", summary = "Read one's own backup codes")
  public KeptCodes codes() {
    call.gate().proved().scope401(AccountScopes.IDENTITIES);
    List<BackupCodes.Kept> kept = factors.codes(call);
    if (kept.isEmpty()) {
      throw ProofError.NOTHING_TO_SHOW.exception();
    }
    return new KeptCodes(kept.stream().map(KeptCode::of).toList());
  }

  @PATCH
  @Path("/{verificationId}/name")
  @ResponseStatus(200)
  @Operation(operationId = "UpdateMfaVerificationName", summary = "Call a passkey something else")
  public void rename(@PathParam("verificationId") String id, FactorInputs.Name input) {
    call.gate().proved().edits(Part.PASSKEY).scope401(AccountScopes.IDENTITIES).firstParty();
    factors.rename(call, id, input.name());
  }

  @DELETE
  @Path("/{verificationId}")
  @Operation(operationId = "DeleteMfaVerification", summary = "Give a factor up")
  public void delete(@PathParam("verificationId") String id) {
    call.gate().proved().scope401(AccountScopes.IDENTITIES).firstParty();
    MfaFactor factor = factors.get(call, id);
    call.gate().edits(factor.type() == FactorType.WebAuthn ? Part.PASSKEY : Part.MFA);
    factors.delete(call, id);
  }
}
