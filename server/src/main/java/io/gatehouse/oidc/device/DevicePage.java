package io.gatehouse.oidc.device;

import io.gatehouse.branding.page.DeviceStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.oidc.Askers;
import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcPages;
import io.gatehouse.oidc.device.DeviceAuthorizationStore.Known;
import io.gatehouse.oidc.device.DeviceAuthorizations.Browser;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code /device}: the pages where a person types a device's code, compares it, and is done. */
@Path("/device")
@RunOnVirtualThread
class DevicePage {
  private final DeviceAuthorizations devices;
  private final Askers askers;
  private final OidcPages pages;
  private final TenantResolver tenants;

  DevicePage(DeviceAuthorizations devices, Askers askers, OidcPages pages, TenantResolver tenants) {
    this.devices = devices;
    this.askers = askers;
    this.pages = pages;
    this.tenants = tenants;
  }

  @GET
  public Response page(@Context RoutingContext context) {
    HttpServerRequest request = context.request();
    Tenant tenant = tenants.resolve(request);
    String token = Cookies.read(context, tenant, DeviceForm.TOKEN);
    if (token == null) {
      return request.getParam(DeviceAddress.BEGUN) == null
          ? Response.status(303)
              .header("Location", DeviceAddress.of(context.queryParams()::get).begin())
              .header("Cache-Control", "no-store")
              .build()
          : pages.show(context, tenant, null, 400, new Page.UnknownSession(null));
    }
    String given = request.getParam("user_code");
    if (given == null || given.isBlank()) {
      return type(context, tenant, token, problems(request.getParam("error")));
    }
    try {
      return compare(context, tenant, token, find(tenant, given, request, token));
    } catch (RequestException e) {
      return type(context, tenant, token, Problems.field("user_code", Problem.of(e)));
    }
  }

  @GET
  @Path("/success")
  public Response success(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    boolean here = Cookies.read(context, tenant, DeviceForm.TOKEN) != null;
    return here
        ? pages.show(context, tenant, null, 200, new DeviceStep.Done())
        : pages.show(context, tenant, null, 400, new Page.UnknownSession(null));
  }

  /** The secret does not come to this path; the token derived from it names the browser as well. */
  private Known find(Tenant tenant, String given, HttpServerRequest request, String token) {
    String ip = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    return devices.find(tenant, given, new Browser(token, ip));
  }

  private Response compare(RoutingContext context, Tenant tenant, String token, Known known) {
    Askers.Asker asker = askers.of(context, tenant, known.clientId(), known.request());
    return pages.show(
        context,
        tenant,
        known.clientId(),
        200,
        new DeviceStep.Confirm(known.userCode().toString(), asker.name(), asker.details(), token));
  }

  private Response type(RoutingContext context, Tenant tenant, String token, Problems problems) {
    String typed = context.request().getParam("input_code");
    return pages.show(
        context,
        tenant,
        context.request().getParam("app_id"),
        problems.equals(Problems.NONE) ? 200 : 400,
        new DeviceStep.Code(typed == null ? "" : typed, token, problems));
  }

  private static Problems problems(@Nullable String error) {
    if (error == null) {
      return Problems.NONE;
    }
    DeviceError known =
        Arrays.stream(DeviceError.values())
            .filter(each -> each.word().equals(error))
            .findFirst()
            .orElse(DeviceError.NOT_FROM_HERE);
    Problem problem = Problem.of(known.code());
    return switch (known) {
      case ABORTED, NOT_FROM_HERE -> Problems.general(problem);
      case CODE_MISSING, CODE_UNKNOWN, CODE_EXPIRED, CODE_USED ->
          Problems.field("user_code", problem);
    };
  }
}
