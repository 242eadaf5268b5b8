package io.gatehouse.oidc.backchannel;

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
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * {@code POST /oidc/bc-authorize}: an application asks for somebody who is elsewhere.
 *
 * <p>Source: [CIBA Core
 * §7](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#auth_backchannel_endpoint)
 */
@Path("/oidc/bc-authorize")
@RunOnVirtualThread
class BackchannelResource {
  private final ClientAuthentication authentication;
  private final Credentials credentials;
  private final BackchannelAuthentications requests;
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final OidcErrors errors;

  BackchannelResource(
      ClientAuthentication authentication,
      Credentials credentials,
      BackchannelAuthentications requests,
      TenantResolver tenants,
      ClientOrigins origins,
      OidcErrors errors) {
    this.authentication = authentication;
    this.credentials = credentials;
    this.requests = requests;
    this.tenants = tenants;
    this.origins = origins;
    this.errors = errors;
  }

  @POST
  public Response begin(@Context RoutingContext context, byte[] body) {
    HttpServerRequest request = context.request();
    Tenant tenant = tenants.resolve(request);
    try {
      Parameters parameters = OidcForm.read(request.getHeader("Content-Type"), body);
      parameters.refuseRepeated(Set.of("resource"));
      origins.require(context, tenant, parameters.get("client_id"));
      Client caller =
          authentication.authenticate(tenant, credentials.of(request), parameters).client();
      String ip = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
      return answer(requests.begin(tenant, caller, parameters, ip));
    } catch (OAuthException e) {
      return errors.json(context, e);
    }
  }

  private static Response answer(BackchannelAuthentications.Waiting waiting) {
    return Response.ok(
            JsonCodec.object()
                .put("auth_req_id", waiting.id())
                .put("expires_in", waiting.life().toSeconds())
                .put("interval", BackchannelAuthentications.INTERVAL.toSeconds())
                .toString(),
            "application/json")
        .header("Cache-Control", "no-store")
        .build();
  }
}
