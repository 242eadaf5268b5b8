package io.gatehouse.domain;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Domains, over HTTP. */
@Path("/api/domains")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domains")
class DomainResource {
  private final Domains domains;
  private final ManagementCall call;

  DomainResource(Domains domains, ManagementCall call) {
    this.domains = domains;
    this.call = call;
  }

  @GET
  @Operation(operationId = "ListDomains", summary = "List the domains, the oldest first")
  public List<Domain> list() {
    return domains.list(call.tenant());
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "CreateDomain", summary = "Add a domain, to be proved")
  public Domain create(DomainInput input) {
    return domains.create(call.tenant(), Actor.of(call), input);
  }

  @POST
  @Path("/cleanup")
  @Operation(operationId = "CleanupDomains", summary = "Delete domains that never came to life")
  public Domains.CleanedUp cleanUp(DomainInput.Cleanup input) {
    return domains.cleanUp(call.tenant(), Actor.of(call), input.staleDays());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetDomain", summary = "Read a domain, and look for its proof")
  public Domain get(@PathParam("id") String id) {
    return domains.get(call.tenant(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteDomain", summary = "Delete a domain")
  public void delete(@PathParam("id") String id) {
    domains.delete(call.tenant(), Actor.of(call), id);
  }

  @GET
  @Path("/{id}/verification-files")
  @Operation(
      operationId = "ListDomainVerificationFiles",
      summary = "List the files that the domain serves")
  public List<VerificationFile> files(@PathParam("id") String id) {
    return domains.files(call.tenant(), id);
  }

  @PUT
  @Path("/{id}/verification-files")
  @Operation(
      operationId = "ReplaceDomainVerificationFiles",
      summary = "Replace the files that the domain serves")
  public List<VerificationFile> putFiles(@PathParam("id") String id, DomainInput.Files input) {
    return domains.putFiles(call.tenant(), Actor.of(call), id, input.verificationFiles());
  }
}
