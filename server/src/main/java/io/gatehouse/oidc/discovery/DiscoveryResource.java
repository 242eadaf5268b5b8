package io.gatehouse.oidc.discovery;

import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.gatehouse.tenant.key.KeyRing;
import io.gatehouse.tenant.key.SigningKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The discovery documents, each at every URL that clients try, and the key set. */
@Path("/")
@RunOnVirtualThread
class DiscoveryResource {
  private final TenantResolver tenants;
  private final SigningKeys keys;

  DiscoveryResource(TenantResolver tenants, SigningKeys keys) {
    this.tenants = tenants;
    this.keys = keys;
  }

  @GET
  @Path("/oidc/.well-known/openid-configuration")
  public Response openid(@Context RoutingContext context) {
    return metadata(context);
  }

  @GET
  @Path("/oidc/.well-known/oauth-authorization-server")
  public Response oauth(@Context RoutingContext context) {
    return metadata(context);
  }

  /** "inserted between the host component and the path component" [RFC 8414 §3.1]. */
  @GET
  @Path("/.well-known/oauth-authorization-server/oidc")
  public Response oauthInserted(@Context RoutingContext context) {
    return metadata(context);
  }

  @GET
  @Path("/oidc/jwks")
  public Response jwks(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    Map<String, Object> body = keys.ring(tenant.id()).published().toJSONObject(true);
    return open(context, body)
        .header("Cache-Control", "no-cache, max-age=0, must-revalidate")
        .build();
  }

  private Response metadata(RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    KeyRing ring = keys.ring(tenant.id());
    return open(context, ProviderMetadata.of(tenant, ring.algorithms())).build();
  }

  private static Response.ResponseBuilder open(RoutingContext context, Map<String, Object> body) {
    ClientOrigins.open(context, context.request().getHeader("Origin"));
    return Response.ok(body, "application/json");
  }
}
