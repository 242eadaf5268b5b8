package io.gatehouse.application.registration;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Issues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which applications have registered themselves, over HTTP. */
@Path("/api/application-registrations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class SelfRegistrationResource {
  private static final int MOST = 100;

  private final SelfRegistrationStore store;
  private final ManagementCall call;

  SelfRegistrationResource(SelfRegistrationStore store, ManagementCall call) {
    this.store = store;
    this.call = call;
  }

  @GET
  @Parameter(
      name = "applicationId",
      in = ParameterIn.QUERY,
      description = "Of which applications: up to 100, each in a parameter of its own.",
      schema = @Schema(implementation = String.class, type = SchemaType.ARRAY))
  @Operation(
      operationId = "ListApplicationRegistrations",
      summary = "Tell which applications have registered themselves, and when")
  public List<SelfRegistration> list() {
    List<String> ids = call.query().all("applicationId").stream().distinct().toList();
    Issues issues = new Issues();
    if (ids.size() > MOST) {
      issues.at("applicationId").tooBig("array", MOST);
    }
    issues.throwIfAny("query");
    return store.among(call.tenant(), ids);
  }
}
