package io.gatehouse.account.me;

import io.gatehouse.administrator.Administrator;
import io.gatehouse.administrator.Administrators;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementCall;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** An administrator and those beside them, over HTTP. */
@Path("/me/administrators")
@MeApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class MeAdministratorsResource {
  private final Administrators administrators;
  private final ManagementCall call;

  MeAdministratorsResource(Administrators administrators, ManagementCall call) {
    this.administrators = administrators;
    this.call = call;
  }

  @GET
  @Operation(operationId = "ListAdministrators", summary = "List who is in charge")
  public List<Administrator> list() {
    return administrators.list(Actor.of(call));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "CreateAdministrator", summary = "Make somebody an administrator")
  public Administrator create(MeInputs.NewAdministrator input) {
    return administrators.create(Actor.of(call), input.username(), input.password());
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteAdministrator",
      summary = "Dismiss another administrator and delete their account")
  public void delete(@PathParam("id") String id) {
    administrators.remove(Actor.of(call), id);
  }
}
