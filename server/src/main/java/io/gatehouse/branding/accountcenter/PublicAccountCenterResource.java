package io.gatehouse.branding.accountcenter;

import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The account center's settings as its own pages read them, before anybody has signed in. */
@Path("/api/.well-known/account-center")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Well-known")
class PublicAccountCenterResource {
  private final AccountCenters centers;
  private final TenantResolver tenants;

  PublicAccountCenterResource(AccountCenters centers, TenantResolver tenants) {
    this.centers = centers;
    this.tenants = tenants;
  }

  @GET
  @Operation(
      operationId = "GetWellKnownAccountCenter",
      summary = "Read what the account center shows")
  public AccountCenter get(@Context RoutingContext context) {
    return centers.of(tenants.resolve(context.request()).id());
  }
}
