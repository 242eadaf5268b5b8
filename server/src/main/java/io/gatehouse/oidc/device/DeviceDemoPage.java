package io.gatehouse.oidc.device;

import io.gatehouse.branding.page.DeviceStep;
import io.gatehouse.oidc.OidcPages;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * {@code /device-demo-app}: the built-in application that plays a device. It asks the provider like
 * any other, with a script.
 */
@Path("/device-demo-app")
@RunOnVirtualThread
class DeviceDemoPage {
  private static final String APPLICATION = "device-demo-app";

  private final OidcPages pages;
  private final TenantResolver tenants;

  DeviceDemoPage(OidcPages pages, TenantResolver tenants) {
    this.pages = pages;
    this.tenants = tenants;
  }

  @GET
  public Response page(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    return pages.show(
        context, tenant, APPLICATION, 200, new DeviceStep.Demo(tenant.url("/device")));
  }
}
