package io.gatehouse.branding.accountcenter;

import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Where password managers send people whose password should change.
 *
 * <p>Source: [A Well-Known URL for Changing
 * Passwords](https://w3c.github.io/webappsec-change-password-url/)
 */
@Path("/.well-known/change-password")
@RunOnVirtualThread
class ChangePasswordResource {
  private static final String PAGE = "/account/password";

  private final AccountCenters centers;
  private final TenantResolver tenants;

  ChangePasswordResource(AccountCenters centers, TenantResolver tenants) {
    this.centers = centers;
    this.tenants = tenants;
  }

  /** On to the page of the account center, where there is one. */
  @GET
  public Response forward(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    return centers.of(tenant.id()).enabled()
        ? Response.status(Response.Status.FOUND).location(URI.create(tenant.url(PAGE))).build()
        : Response.status(Response.Status.NOT_FOUND).build();
  }
}
