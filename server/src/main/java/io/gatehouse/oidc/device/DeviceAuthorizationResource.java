package io.gatehouse.oidc.device;

import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.Credentials;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientAuthentication;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * {@code POST /oidc/device/auth}: a device asks for its codes.
 *
 * <p>Source: [RFC 8628 §3.1, §3.2](https://www.rfc-editor.org/rfc/rfc8628#section-3.1)
 */
@Path("/oidc/device/auth")
@RunOnVirtualThread
class DeviceAuthorizationResource {
  private final ClientAuthentication authentication;
  private final Credentials credentials;
  private final DeviceAuthorizations devices;
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final OidcErrors errors;

  DeviceAuthorizationResource(
      ClientAuthentication authentication,
      Credentials credentials,
      DeviceAuthorizations devices,
      TenantResolver tenants,
      ClientOrigins origins,
      OidcErrors errors) {
    this.authentication = authentication;
    this.credentials = credentials;
    this.devices = devices;
    this.tenants = tenants;
    this.origins = origins;
    this.errors = errors;
  }

  @POST
  public Response begin(@Context RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    try {
      Parameters parameters = OidcForm.read(context.request().getHeader("Content-Type"), body);
      parameters.refuseRepeated(Set.of("resource"));
      origins.require(context, tenant, parameters.get("client_id"));
      Client caller =
          authentication
              .authenticate(tenant, credentials.of(context.request()), parameters)
              .client();
      return answer(tenant, devices.begin(tenant, caller, parameters));
    } catch (OAuthException e) {
      return errors.json(context, e);
    }
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
