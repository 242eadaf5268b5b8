package io.gatehouse.branding.accountcenter;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The account center's settings, over HTTP. */
@Path("/api/account-center")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account center")
class AccountCenterResource {
  private final AccountCenters centers;
  private final ManagementCall call;

  AccountCenterResource(AccountCenters centers, ManagementCall call) {
    this.centers = centers;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetAccountCenterSettings",
      summary = "Read what people may do themselves")
  @APIResponse(responseCode = "404", description = "The tenant has no such settings.")
  public AccountCenter get() {
    return centers.of(call.tenant());
  }

  @PATCH
  @Operation(
      operationId = "UpdateAccountCenterSettings",
      summary = "Change what people may do themselves")
  @APIResponse(responseCode = "404", description = "The tenant has no such settings.")
  public AccountCenter change(AccountCenterPatch patch) {
    return centers.change(call.tenant(), Actor.of(call), patch);
  }
}
