package io.gatehouse.oidc;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientAuthentication;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers the forms that clients send to an endpoint that is for them alone: finds out whose
 * provider it is and which client it is, and says what is wrong.
 */
@Singleton
public class ClientCalls {
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final ClientAuthentication authentication;
  private final Credentials credentials;
  private final OidcErrors errors;

  ClientCalls(
      TenantResolver tenants,
      ClientOrigins origins,
      ClientAuthentication authentication,
      Credentials credentials,
      OidcErrors errors) {
    this.tenants = tenants;
    this.origins = origins;
    this.authentication = authentication;
    this.credentials = credentials;
    this.errors = errors;
  }

  /** A form, and the client that has proved that it is its own. */
  public record Call(RoutingContext context, Tenant tenant, Client client, Parameters parameters) {}

  /** What the work answers, or the error that it ends with. */
  public Response answer(RoutingContext context, byte[] body, Function<Call, Response> work) {
    Tenant tenant = tenants.resolve(context.request());
    try {
      Parameters parameters = OidcForm.read(context.request().getHeader("Content-Type"), body);
      // "Request and response parameters MUST NOT be included more than once" [RFC 6749 §3.2]; but
      // for "multiple resource parameters" [RFC 8707 §2].
      parameters.refuseRepeated(Set.of("resource"));
      origins.require(context, tenant, parameters.get("client_id"));
      Client client =
          authentication
              .authenticate(tenant, credentials.of(context.request()), parameters)
              .client();
      return work.apply(new Call(context, tenant, client, parameters));
    } catch (OAuthException e) {
      return errors.json(context, e);
    }
  }
}
