package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.application.Applications;
import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.registration.Registrations.Caller;
import io.gatehouse.oidc.registration.Registrations.Registration;
import io.gatehouse.platform.http.RequestId;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oidc/reg} over HTTP: clients register themselves, and read, change and delete that.
 *
 * <p>Sources: [RFC 7591 §3](https://www.rfc-editor.org/rfc/rfc7591#section-3), [RFC 7592
 * §2](https://www.rfc-editor.org/rfc/rfc7592#section-2)
 */
@Path("/oidc/reg")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class RegistrationResource {
  private static final String BEARER = "Bearer ";

  private final Registrations registrations;
  private final Applications applications;
  private final TenantResolver tenants;
  private final OidcErrors errors;

  RegistrationResource(
      Registrations registrations,
      Applications applications,
      TenantResolver tenants,
      OidcErrors errors) {
    this.registrations = registrations;
    this.applications = applications;
    this.tenants = tenants;
    this.errors = errors;
  }

  @POST
  public Response register(@Context RoutingContext context, byte[] body) {
    return answer(
        context,
        tenant ->
            shown(
                201, tenant, registrations.register(tenant, caller(context), json(context, body))));
  }

  @GET
  @Path("/{client_id}")
  public Response read(@Context RoutingContext context, @PathParam("client_id") String clientId) {
    return answer(
        context,
        tenant -> shown(200, tenant, registrations.read(tenant, clientId, caller(context))));
  }

  @PUT
  @Path("/{client_id}")
  public Response replace(
      @Context RoutingContext context, @PathParam("client_id") String clientId, byte[] body) {
    return answer(
        context,
        tenant ->
            shown(
                200,
                tenant,
                registrations.replace(tenant, clientId, caller(context), json(context, body))));
  }

  @DELETE
  @Path("/{client_id}")
  public Response delete(@Context RoutingContext context, @PathParam("client_id") String clientId) {
    return answer(
        context,
        tenant -> {
          registrations.delete(tenant, clientId, caller(context));
          return Response.noContent().header("Cache-Control", "no-store").build();
        });
  }

  private Response answer(RoutingContext context, Function<Tenant, Response> work) {
    Tenant tenant = tenants.resolve(context.request());
    ClientOrigins.open(context, context.request().getHeader("Origin"));
    try {
      return work.apply(tenant);
    } catch (OAuthException e) {
      if (e.error() == OAuthError.INVALID_TOKEN) {
        context
            .response()
            .headers()
            .set(
                "WWW-Authenticate",
                BEARER + "realm=\"" + tenant.issuer() + "\", error=\"invalid_token\"");
      }
      return errors.json(context, e);
    }
  }

  /** "The client information response" [RFC 7591 §3.2.1], [RFC 7592 §3]. */
  private Response shown(int status, Tenant tenant, Registration registration) {
    Application application = registration.application();
    ObjectNode answer = registration.kept().metadata().deepCopy();
    ArrayNode addresses = answer.putArray("redirect_uris");
    application.oidcClientMetadata().redirectUris().forEach(addresses::add);
    answer.put("client_name", application.name());
    answer.put("client_id", application.id());
    answer.put("client_id_issued_at", registration.kept().createdAt().getEpochSecond());
    if (Registrations.secret(registration)) {
      applications.secrets(tenant.id(), application.id()).stream()
          .findFirst()
          .ifPresent(secret -> put(answer, secret));
    }
    answer.put("registration_access_token", registration.token());
    answer.put("registration_client_uri", tenant.issuer() + "/reg/" + application.id());
    return Response.status(status)
        .type("application/json")
        .header("Cache-Control", "no-store")
        .entity(answer.toString())
        .build();
  }

  /** "or 0 if it will not expire" [RFC 7591 §3.2.1]. */
  private static void put(ObjectNode answer, ApplicationSecret secret) {
    answer.put("client_secret", secret.value());
    answer.put(
        "client_secret_expires_at",
        secret.expiresAt() == null ? 0 : secret.expiresAt().getEpochSecond());
  }

  private static Caller caller(RoutingContext context) {
    HttpServerRequest request = context.request();
    return new Caller(
        token(request.getHeader("Authorization")),
        request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
        RequestId.of(context));
  }

  private static @Nullable String token(@Nullable String header) {
    return header != null
            && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            && header.length() <= 512
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  private static ObjectNode json(RoutingContext context, byte[] body) {
    String type = context.request().getHeader("Content-Type");
    if (type == null
        || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
      throw MetadataText.refused("client metadata comes as application/json");
    }
    return MetadataText.parse(body);
  }
}
