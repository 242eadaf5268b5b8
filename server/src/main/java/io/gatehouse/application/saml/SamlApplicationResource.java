package io.gatehouse.application.saml;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** SAML applications, over HTTP. */
@Path("/api/saml-applications")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SAML applications")
class SamlApplicationResource {
  private static final String OTHER = "The application is of another type.";

  private final SamlApplications applications;
  private final ManagementCall call;

  SamlApplicationResource(SamlApplications applications, ManagementCall call) {
    this.applications = applications;
    this.call = call;
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateSamlApplication",
      summary = "Add a service provider with its first signing secret")
  public SamlApplication create(SamlApplicationInput input) {
    return applications.create(call.currentTenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetSamlApplication", summary = "Read a service provider")
  @APIResponse(responseCode = "422", description = OTHER)
  public SamlApplication get(@PathParam("id") String id) {
    return applications.get(call.tenant(), id);
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateSamlApplication", summary = "Change a service provider")
  public SamlApplication change(@PathParam("id") String id, SamlApplicationInput.Patch patch) {
    return applications.change(call.tenant(), Actor.of(call), id, patch);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteSamlApplication",
      summary = "Delete a service provider with its secrets")
  @APIResponse(responseCode = "422", description = OTHER)
  public void delete(@PathParam("id") String id) {
    applications.delete(call.tenant(), Actor.of(call), id);
  }
}
