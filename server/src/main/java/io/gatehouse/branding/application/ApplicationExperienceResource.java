package io.gatehouse.branding.application;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How sign-in looks for an application, over HTTP. */
@Path("/api/applications/{id}/sign-in-experience")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ApplicationExperienceResource {
  private final ApplicationExperiences experiences;
  private final ManagementCall call;

  ApplicationExperienceResource(ApplicationExperiences experiences, ManagementCall call) {
    this.experiences = experiences;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetApplicationSignInExperience",
      summary = "Read how sign-in looks for an application")
  public ApplicationExperience get(@PathParam("id") String id) {
    return experiences.get(call.tenant(), id);
  }

  @PUT
  @Answers(
      value = ApplicationExperience.class,
      status = {200, 201})
  @Operation(
      operationId = "ReplaceApplicationSignInExperience",
      summary = "Change how sign-in looks for an application")
  public Response put(@PathParam("id") String id, ApplicationExperienceInput input) {
    var written = experiences.put(call.tenant(), Actor.of(call), id, input);
    return Response.status(written.first() ? 201 : 200).entity(written.experience()).build();
  }
}
