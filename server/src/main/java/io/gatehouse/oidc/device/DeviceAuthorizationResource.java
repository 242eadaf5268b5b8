package io.gatehouse.oidc.device;

import io.gatehouse.oidc.ClientCalls;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Tenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * {@code POST /oidc/device/auth}: a device asks for its codes.
 *
 * <p>Source: [RFC 8628 §3.1, §3.2](https://www.rfc-editor.org/rfc/rfc8628#section-3.1)
 */
@Path("/oidc/device/auth")
@RunOnVirtualThread
class DeviceAuthorizationResource {
  private final DeviceAuthorizations devices;
  private final ClientCalls calls;

  DeviceAuthorizationResource(DeviceAuthorizations devices, ClientCalls calls) {
    this.devices = devices;
    this.calls = calls;
  }

  @POST
  public Response begin(@Context RoutingContext context, byte[] body) {
    return calls.answer(
        context,
        body,
        call ->
            answer(call.tenant(), devices.begin(call.tenant(), call.client(), call.parameters())));
  }

  private static Response answer(Tenant tenant, DeviceAuthorizations.Codes codes) {
    String address = tenant.url("/device");
    return Response.ok(
            JsonCodec.object()
                .put("device_code", codes.deviceCode())
                .put("user_code", codes.userCode().toString())
                .put("verification_uri", address)
                .put("verification_uri_complete", address + "?user_code=" + codes.userCode())
                .put("expires_in", DeviceAuthorizations.LIFE.toSeconds())
                .put("interval", DeviceAuthorizations.INTERVAL.toSeconds())
                .toString(),
            "application/json")
        .header("Cache-Control", "no-store")
        .build();
  }
}
