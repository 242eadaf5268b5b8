package io.gatehouse.application;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Input;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whether the provider answers an application exactly as OpenID Connect says, over HTTP: ID tokens
 * of the code flow without the claims of scopes, no claims that are null, times in seconds,
 * addresses compared letter by letter and named in every request, and a question before a sign-out
 * that no ID token vouches for.
 */
@Path("/api/applications/{id}/strict-oidc")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class StrictOidcResource {
  private final Applications applications;
  private final ManagementCall call;

  StrictOidcResource(Applications applications, ManagementCall call) {
    this.applications = applications;
    this.call = call;
  }

  /** On or off. */
  @Input
  record StrictOidc(boolean enabled) {}

  @GET
  @Operation(
      operationId = "GetApplicationStrictOidc",
      summary = "Read whether an application is answered by the letter of OpenID Connect")
  public StrictOidc get(@PathParam("id") String id) {
    return new StrictOidc(applications.get(call.tenant(), id).strictOidc());
  }

  @PUT
  @Operation(
      operationId = "ReplaceApplicationStrictOidc",
      summary = "Set whether an application is answered by the letter of OpenID Connect")
  public StrictOidc set(@PathParam("id") String id, StrictOidc wanted) {
    applications.setStrictOidc(call.tenant(), Actor.of(call), id, wanted.enabled());
    return wanted;
  }
}
