package io.gatehouse.account.verification;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.account.proof.Template;
import io.gatehouse.platform.json.IsoTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Proofs of people who are signed in, over HTTP. */
@Path("/api/verifications")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verifications")
class VerificationResource {
  private final KnownPassword passwords;
  private final OwnCodes codes;
  private final OwnTrips trips;
  private final AccountCall call;

  VerificationResource(KnownPassword passwords, OwnCodes codes, OwnTrips trips, AccountCall call) {
    this.passwords = passwords;
    this.codes = codes;
    this.trips = trips;
    this.call = call;
  }

  /** A proof, and when it ends, in the form of ISO 8601. */
  record Begun(String verificationRecordId, String expiresAt) {
    Begun(Proofs.Made made) {
      this(made.id(), IsoTime.of(made.expiresAt()));
    }
  }

  /** The same with where to send the browser. */
  record Departed(String verificationRecordId, String authorizationUri, String expiresAt) {}

  /** A proof that counts now. */
  record Verified(String verificationRecordId) {}

  @POST
  @Path("/password")
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateVerificationByPassword",
      summary = "Prove that one knows the password")
  public Begun password(VerificationInputs.Password input) {
    call.gate().firstParty();
    return new Begun(passwords.verify(call, input.password()));
  }

  @POST
  @Path("/verification-code")
  @ResponseStatus(201)
  @APIResponse(responseCode = "429", description = "The address has got too many messages lately.")
  @APIResponse(responseCode = "501", description = "There is no connector to send with.")
  @Operation(
      operationId = "CreateVerificationByVerificationCode",
      summary = "Have a code sent to an address")
  public Begun sendCode(VerificationInputs.Code input) {
    call.gate().firstParty();
    Template own =
        input.templateType() == null
            ? Template.UserPermissionValidation
            : input.templateType().template();
    return new Begun(codes.send(call, input.identifier().identifier(), own));
  }

  @POST
  @Path("/verification-code/verify")
  @APIResponse(responseCode = "501", description = "There is no connector to send with.")
  @Operation(
      operationId = "VerifyVerificationByVerificationCode",
      summary = "Prove by the code that an address is one's own")
  public Verified verifyCode(VerificationInputs.TypedCode input) {
    call.gate().firstParty();
    codes.verify(call, input.identifier().identifier(), input.verificationId(), input.code());
    return new Verified(input.verificationId());
  }

  @POST
  @Path("/social")
  @ResponseStatus(201)
  @APIResponse(responseCode = "404", description = "The connector is unknown.")
  @Operation(
      operationId = "CreateVerificationBySocial",
      summary = "Get the address of a provider at which to prove an account")
  public Departed depart(VerificationInputs.Departure wish) {
    OwnTrips.Departed departed = trips.depart(call, wish);
    Begun begun = new Begun(departed.proof());
    return new Departed(
        begun.verificationRecordId(), departed.address().toString(), begun.expiresAt());
  }

  @POST
  @Path("/social/verify")
  @APIResponse(responseCode = "404", description = "The connector is unknown.")
  @Operation(
      operationId = "VerifyVerificationBySocial",
      summary = "Prove the account with what the provider sent back")
  public Verified arrive(VerificationInputs.Arrival arrival) {
    trips.arrive(call, arrival);
    return new Verified(arrival.verificationRecordId());
  }
}
