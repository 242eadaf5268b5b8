package io.gatehouse.oidc.device;

import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.device.DeviceAuthorizationStore.Known;
import io.gatehouse.oidc.device.DeviceAuthorizations.Browser;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.UserCode;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oidc/device}: a person types a device's code. Everything ends in a redirect, to a page or
 * to the authorization endpoint.
 *
 * <p>Source: [RFC 8628 §3.3](https://www.rfc-editor.org/rfc/rfc8628#section-3.3)
 */
@Path("/oidc/device")
@RunOnVirtualThread
class DeviceResource {
  private final DeviceAuthorizations devices;
  private final TenantResolver tenants;
  private final InstantSource clock;

  DeviceResource(DeviceAuthorizations devices, TenantResolver tenants, InstantSource clock) {
    this.devices = devices;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** Gives the browser what its forms need, and sends it to the page. */
  @GET
  public Response begin(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    String known = Cookies.read(context, tenant, DeviceForm.SECRET);
    String secret = known == null ? Ids.token() : known;
    Instant end = clock.instant().plus(DeviceAuthorizations.LIFE);
    Cookies.set(context, tenant, DeviceForm.SECRET, secret, DeviceForm.SECRET_PATH, end);
    Cookies.setReadable(
        context, tenant, DeviceForm.TOKEN, DeviceForm.token(secret), DeviceForm.TOKEN_PATH, end);
    return to(address(context).page(DeviceAddress.BEGUN, "yes"));
  }

  @POST
  public Response typed(@Context RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    Parameters form;
    try {
      form = OidcForm.read(context.request().getHeader("Content-Type"), body);
    } catch (OAuthException e) {
      return failed(context, null, DeviceError.NOT_FROM_HERE.word());
    }
    String secret = Cookies.read(context, tenant, DeviceForm.SECRET);
    if (secret == null || !DeviceForm.matches(secret, form.get("xsrf"))) {
      return failed(context, form.get("user_code"), DeviceError.NOT_FROM_HERE.word());
    }
    return decided(context, tenant, form, new Browser(secret, ip(context.request())));
  }

  private Response decided(
      RoutingContext context, Tenant tenant, Parameters form, Browser browser) {
    String typed = form.get("user_code");
    try {
      Known known = devices.find(tenant, typed, browser);
      if (form.has("abort")) {
        devices.bind(tenant, known, browser);
        devices.deny(tenant, known.userCode(), browser);
        return failed(context, null, DeviceError.ABORTED.word());
      }
      if (!form.has("confirm")) {
        return to(address(context).page("user_code", known.userCode().toString()));
      }
      devices.bind(tenant, known, browser);
      return to(devices.signIn(tenant, known));
    } catch (RequestException e) {
      return failed(context, typed, word(e));
    }
  }

  /** The browser comes back from the authorization endpoint. */
  @GET
  @Path("/done")
  public Response done(@Context RoutingContext context) {
    HttpServerRequest request = context.request();
    Tenant tenant = tenants.resolve(request);
    String secret = Cookies.read(context, tenant, DeviceForm.SECRET);
    String state = request.getParam("state");
    UserCode userCode = state == null ? null : UserCode.parse(state).orElse(null);
    if (secret == null || userCode == null) {
      return failed(context, null, DeviceError.NOT_FROM_HERE.word());
    }
    Browser browser = new Browser(secret, ip(request));
    String code = request.getParam("code");
    if (code == null) {
      devices.deny(tenant, userCode, browser);
      return failed(context, null, DeviceError.ABORTED.word());
    }
    return devices.connect(tenant, userCode, browser, code)
        ? to(DeviceAddress.SUCCESS)
        : failed(context, state, DeviceError.CODE_EXPIRED.word());
  }

  private static Response failed(RoutingContext context, @Nullable String typed, String error) {
    return to(address(context).failed(typed, error));
  }

  private static DeviceAddress address(RoutingContext context) {
    return DeviceAddress.of(context.queryParams()::get);
  }

  private static Response to(String location) {
    return Response.status(303)
        .header("Location", location)
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String word(RequestException refusal) {
    return refusal.code() instanceof DeviceError known ? known.word() : refusal.code().code();
  }

  private static @Nullable String ip(HttpServerRequest request) {
    return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
  }
}
