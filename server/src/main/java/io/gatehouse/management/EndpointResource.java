package io.gatehouse.management;

import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells the Console where a tenant is reached; only the admin tenant knows the others. */
@Path("/api/.well-known/endpoints/{tenantId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Well known")
class EndpointResource {
  private final ManagementCall call;
  private final TenantResolver tenants;

  EndpointResource(ManagementCall call, TenantResolver tenants) {
    this.call = call;
    this.tenants = tenants;
  }

  /**
   * @param user where the tenant's people sign in and its APIs answer
   */
  record Endpoints(URI user) {}

  @GET
  @Operation(operationId = "GetTenantEndpoints", summary = "Read where a tenant is reached")
  public Endpoints endpoints(@PathParam("tenantId") String id) {
    if (!call.tenant().equals(TenantId.ADMIN)) {
      throw EntityError.NOT_FOUND.exception();
    }
    return Optional.of(id)
        .filter(text -> text.length() <= TenantId.MAX_LENGTH)
        .map(TenantId::new)
        .flatMap(tenants::find)
        .map(Tenant::endpoint)
        .map(Endpoints::new)
        .orElseThrow(() -> EntityError.missing("tenants", id));
  }
}
