package io.gatehouse.user.device;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The browsers that people trust, over HTTP. */
@Path("/api/users/{id}/trusted-devices")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class TrustedDeviceResource {
  private final TrustedDevices devices;
  private final ManagementCall call;

  TrustedDeviceResource(TrustedDevices devices, ManagementCall call) {
    this.devices = devices;
    this.call = call;
  }

  @GET
  @Paged
  @Operation(
      operationId = "ListUserTrustedDevices",
      summary = "List the browsers that a person trusts")
  public List<TrustedDevice> list(@PathParam("id") String id) {
    Page page = call.page();
    return call.answer(page, devices.list(call.tenant(), id, page));
  }

  @DELETE
  @Path("/{deviceId}")
  @Operation(
      operationId = "DeleteUserTrustedDevice",
      summary = "Have a browser asked for the second step again")
  public void delete(@PathParam("id") String id, @PathParam("deviceId") String deviceId) {
    devices.remove(
        call.tenant(), Actor.of(call), id, deviceId, call.request().getHeader("User-Agent"));
  }
}
