package io.gatehouse.oidc.par;

import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.Credentials;
import io.gatehouse.oidc.Dpop;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.authorize.AuthorizationRequests;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientAuthentication;
import io.gatehouse.protocol.OAuthError;
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
import java.util.Map;

/**
 * {@code POST /oidc/request}: a client pushes an authorization request.
 *
 * <p>Source: [RFC 9126 §2](https://www.rfc-editor.org/rfc/rfc9126#section-2)
 */
@Path("/oidc/request")
@RunOnVirtualThread
class PushedRequestResource {
  private final ClientAuthentication authentication;
  private final Credentials credentials;
  private final AuthorizationRequests requests;
  private final PushedRequests pushed;
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final OidcErrors errors;
  private final Dpop dpop;

  PushedRequestResource(
      ClientAuthentication authentication,
      Credentials credentials,
      AuthorizationRequests requests,
      PushedRequests pushed,
      TenantResolver tenants,
      ClientOrigins origins,
      OidcErrors errors,
      Dpop dpop) {
    this.authentication = authentication;
    this.credentials = credentials;
    this.requests = requests;
    this.pushed = pushed;
    this.tenants = tenants;
    this.origins = origins;
    this.errors = errors;
    this.dpop = dpop;
  }

  @POST
  public Response push(@Context RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    try {
      Parameters parameters = OidcForm.read(context.request().getHeader("Content-Type"), body);
      origins.require(context, tenant, parameters.get("client_id"));
      Client caller =
          authentication
              .authenticate(tenant, credentials.of(context.request()), parameters)
              .client();
      // "The request_uri authorization request parameter … MUST NOT be provided" [RFC 9126 §2.1]
      if (parameters.has("request_uri")) {
        throw OAuthError.INVALID_REQUEST.because(
            "the request_uri parameter must not be used at this endpoint");
      }
      Parameters named =
          bound(
              context,
              tenant,
              caller,
              requests.open(tenant, caller, parameters.with("client_id", caller.id())));
      requests.check(tenant, named);
      return Response.status(201)
          .type("application/json")
          .header("Cache-Control", "no-store")
          .entity(
              Map.of(
                  "request_uri",
                  pushed.push(tenant, caller.id(), named),
                  "expires_in",
                  PushedRequests.LIFE.toSeconds()))
          .build();
    } catch (OAuthException e) {
      if (e.error() == OAuthError.USE_DPOP_NONCE) {
        dpop.tellNonce(context, tenant);
      }
      return errors.json(context, e);
    }
  }

  /** A proof at this endpoint binds the code to its key. [RFC 9449 §10.1] */
  private Parameters bound(
      RoutingContext context, Tenant tenant, Client caller, Parameters parameters) {
    String key = dpop.key(tenant, Dpop.Request.of(context), null, caller.protocol().needsNonce());
    if (key == null) {
      return parameters;
    }
    String named = parameters.get("dpop_jkt");
    if (named != null && !named.equals(key)) {
      throw OAuthError.INVALID_DPOP_PROOF.because("dpop_jkt is not the key of the proof");
    }
    return parameters.with("dpop_jkt", key);
  }
}
