package io.gatehouse.branding.accountcenter;

import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The other origins whose pages may use passkeys that were made here, as browsers ask for them.
 *
 * <p>Source: [Web Authentication
 * §5.11.1](https://www.w3.org/TR/webauthn-3/#sctn-validating-relation-origin)
 */
@Path("/.well-known/webauthn")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class RelatedOriginsResource {
  private final AccountCenters centers;
  private final TenantResolver tenants;

  RelatedOriginsResource(AccountCenters centers, TenantResolver tenants) {
    this.centers = centers;
    this.tenants = tenants;
  }

  /** What browsers read. */
  record RelatedOrigins(List<String> origins) {}

  @GET
  public RelatedOrigins origins(@Context RoutingContext context) {
    return new RelatedOrigins(
        centers.of(tenants.resolve(context.request()).id()).webauthnRelatedOrigins());
  }
}
