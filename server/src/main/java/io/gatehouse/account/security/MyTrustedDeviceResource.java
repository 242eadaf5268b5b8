package io.gatehouse.account.security;

import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.security.OwnDevices.OwnDevice;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The browsers that one trusts, over HTTP. */
@Path("/api/my-account/trusted-devices")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MyTrustedDeviceResource {
  private final OwnDevices devices;
  private final AccountCall call;

  MyTrustedDeviceResource(OwnDevices devices, AccountCall call) {
    this.devices = devices;
    this.call = call;
  }

  @GET
  @Paged
  @APIResponse(responseCode = "400", description = "The tenant does not show trusted browsers.")
  @Operation(operationId = "GetTrustedDevices", summary = "List the browsers that one trusts")
  public List<OwnDevice> list() {
    Page page = call.request().page();
    call.gate().proved().shows(Part.TRUSTED_DEVICE).scope401(AccountScopes.TRUSTED_DEVICES);
    return call.request().answer(page, devices.list(call, page));
  }

  @DELETE
  @Path("/{trustedDeviceId}")
  @APIResponse(responseCode = "404", description = "The person trusts no such browser.")
  @Operation(
      operationId = "DeleteTrustedDeviceById",
      summary = "Have a browser asked for the second step again")
  public void remove(@PathParam("trustedDeviceId") String id) {
    call.gate()
        .proved()
        .edits(Part.TRUSTED_DEVICE)
        .scope401(AccountScopes.TRUSTED_DEVICES)
        .firstParty();
    devices.remove(call, id);
  }
}
