package io.gatehouse.application.registration;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which clients may register themselves, over HTTP. */
@Path("/api/configs/oidc/registration")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configs")
class RegistrationPolicyResource {
  private final RegistrationPolicies policies;
  private final ManagementCall call;

  RegistrationPolicyResource(RegistrationPolicies policies, ManagementCall call) {
    this.policies = policies;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "GetRegistrationPolicy",
      summary = "Read whether clients may register themselves, and what they may be")
  public RegistrationPolicy get() {
    return policies.of(call.tenant());
  }

  @PUT
  @Operation(
      operationId = "ReplaceRegistrationPolicy",
      summary =
          "Set whether clients may register themselves, and what they may be; what is left out has"
              + " its default")
  public RegistrationPolicy replace(RegistrationPolicy wanted) {
    return policies.replace(call.tenant(), Actor.of(call), wanted);
  }
}
