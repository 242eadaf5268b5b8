package io.gatehouse.user.mfa;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.tenant.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The factors of people, over HTTP. */
@Path("/api/users/{id}/mfa-verifications")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class MfaFactorResource {
  private final MfaFactors factors;
  private final ManagementCall call;

  MfaFactorResource(MfaFactors factors, ManagementCall call) {
    this.factors = factors;
    this.call = call;
  }

  @GET
  @Operation(operationId = "ListUserMfaVerifications", summary = "List the factors of a person")
  public List<MfaFactor> list(@PathParam("id") String id) {
    return factors.list(call.tenant(), id);
  }

  @POST
  @Operation(operationId = "CreateUserMfaVerification", summary = "Make a factor for a person")
  public NewFactor create(@PathParam("id") String id, FactorInput input) {
    TenantId tenant = call.tenant();
    Actor actor = Actor.of(call);
    return switch (input.type()) {
      case Totp ->
          factors.addTotp(
              tenant, actor, id, input.secret(), call.currentTenant().endpoint().getHost());
      case BackupCode -> factors.addFreshBackupCodes(tenant, actor, id, input.codes());
    };
  }

  @DELETE
  @Path("/{verificationId}")
  @Operation(operationId = "DeleteUserMfaVerification", summary = "Delete a factor of a person")
  public void delete(@PathParam("id") String id, @PathParam("verificationId") String factor) {
    factors.delete(call.tenant(), Actor.of(call), id, factor);
  }
}
