package io.gatehouse.application;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The secrets of applications, over HTTP. */
@Path("/api/applications/{id}")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class SecretResource {
  private final Applications applications;
  private final ApplicationSecrets secrets;
  private final ManagementCall call;

  SecretResource(Applications applications, ApplicationSecrets secrets, ManagementCall call) {
    this.applications = applications;
    this.secrets = secrets;
    this.call = call;
  }

  @GET
  @Path("/secrets")
  @Operation(operationId = "ListApplicationSecrets", summary = "List the secrets of an application")
  public List<SecretView> list(@PathParam("id") String id) {
    return secrets.list(call.tenant(), id).stream()
        .map(secret -> SecretView.of(call.tenant(), id, secret))
        .toList();
  }

  @POST
  @Path("/secrets")
  @ResponseStatus(201)
  @Operation(operationId = "CreateApplicationSecret", summary = "Add a secret to an application")
  public SecretView create(@PathParam("id") String id, SecretInput input) {
    return SecretView.of(
        call.tenant(), id, secrets.create(call.tenant(), Actor.of(call), id, input));
  }

  @PATCH
  @Path("/secrets/{name}")
  @Operation(operationId = "UpdateApplicationSecret", summary = "Rename a secret")
  public SecretView rename(
      @PathParam("id") String id, @PathParam("name") String name, SecretInput.Rename input) {
    return SecretView.of(
        call.tenant(), id, secrets.rename(call.tenant(), Actor.of(call), id, name, input.name()));
  }

  @DELETE
  @Path("/secrets/{name}")
  @Operation(operationId = "DeleteApplicationSecret", summary = "Delete a secret")
  public void delete(@PathParam("id") String id, @PathParam("name") String name) {
    secrets.delete(call.tenant(), Actor.of(call), id, name);
  }

  /** All our secrets are of the newer kind, so there is none to delete. */
  @DELETE
  @Path("/legacy-secret")
  @Operation(
      operationId = "DeleteApplicationLegacySecret",
      summary = "Delete an application's secret of the older kind")
  public ApplicationView deleteLegacy(@PathParam("id") String id) {
    applications.get(call.tenant(), id);
    throw ApplicationError.NO_LEGACY_SECRET.exception();
  }
}
