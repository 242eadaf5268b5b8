package io.gatehouse.application.issuer;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
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

/** Whose assertions an application may present, over HTTP. */
@Path("/api/applications/{id}/trusted-issuers")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class TrustedIssuerResource {
  private final TrustedIssuers issuers;
  private final ManagementCall call;

  TrustedIssuerResource(TrustedIssuers issuers, ManagementCall call) {
    this.issuers = issuers;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "ListApplicationTrustedIssuers",
      summary = "List whose assertions about people an application may present for tokens")
  public List<TrustedIssuer> list(@PathParam("id") String id) {
    return issuers.list(call.tenant(), id);
  }

  @POST
  @ResponseStatus(201)
  @Operation(
      operationId = "CreateApplicationTrustedIssuer",
      summary = "Let an application present an issuer's assertions about people for tokens")
  public TrustedIssuer add(@PathParam("id") String id, TrustedIssuerInput input) {
    return issuers.add(call.tenant(), Actor.of(call), id, input);
  }

  @DELETE
  @Path("/{issuerId}")
  @Operation(
      operationId = "DeleteApplicationTrustedIssuer",
      summary = "Let an application no longer present an issuer's assertions")
  public void remove(@PathParam("id") String id, @PathParam("issuerId") String issuerId) {
    issuers.remove(call.tenant(), Actor.of(call), id, issuerId);
  }
}
