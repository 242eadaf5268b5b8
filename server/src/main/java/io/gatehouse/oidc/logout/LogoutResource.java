package io.gatehouse.oidc.logout;

import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.SignOutStep;
import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.OidcPages;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /oidc/session/end} over HTTP. */
@Path("/oidc/session/end")
@RunOnVirtualThread
class LogoutResource {
  private final LogoutEndpoint endpoint;
  private final TenantResolver tenants;
  private final OidcErrors errors;
  private final OidcPages pages;

  LogoutResource(
      LogoutEndpoint endpoint, TenantResolver tenants, OidcErrors errors, OidcPages pages) {
    this.endpoint = endpoint;
    this.tenants = tenants;
    this.errors = errors;
    this.pages = pages;
  }

  @GET
  public Response get(@Context RoutingContext context) {
    String query = context.request().query();
    return begin(context, () -> Parameters.parse(query == null ? "" : query));
  }

  @POST
  public Response post(@Context RoutingContext context, byte[] body) {
    return begin(context, () -> OidcForm.read(context.request().getHeader("Content-Type"), body));
  }

  @POST
  @Path("/confirm")
  public Response confirm(@Context RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    try {
      Parameters form = OidcForm.read(context.request().getHeader("Content-Type"), body);
      boolean agreed = form.has("logout");
      Optional<LogoutEndpoint.Ended> confirmed =
          endpoint.confirm(
              tenant, form.get("xsrf"), agreed, Cookies.read(context, tenant, Cookies.SESSION));
      LogoutEndpoint.Ended ended =
          confirmed.orElseThrow(() -> OAuthError.INVALID_REQUEST.because("xsrf token invalid"));
      if (agreed) {
        Cookies.clear(context, tenant, Cookies.SESSION, "/");
        Cookies.setFramed(context, tenant, Cookies.BROWSER_STATE, "", Instant.EPOCH);
      }
      String target = target(ended.request(), agreed);
      if (!ended.frames().isEmpty()) {
        Page page = new SignOutStep.Frames(ended.frames(), target);
        return pages.show(context, tenant, ended.request().clientId(), 200, page);
      }
      return Response.status(303)
          .header("Location", target)
          .header("Cache-Control", "no-store")
          .build();
    } catch (OAuthException e) {
      return refused(context, tenant, e);
    }
  }

  @GET
  @Path("/success")
  public Response success(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    return pages.show(
        context, tenant, context.request().getParam("client_id"), 200, new SignOutStep.Done(null));
  }

  private Response begin(RoutingContext context, Supplier<Parameters> parameters) {
    Tenant tenant = tenants.resolve(context.request());
    try {
      String secret = Cookies.read(context, tenant, Cookies.SESSION);
      LogoutEndpoint.Checked checked = endpoint.check(tenant, parameters.get(), secret);
      if (secret != null && checked.sessionEnds() != null) {
        Cookies.set(context, tenant, Cookies.SESSION, secret, "/", checked.sessionEnds());
      }
      LogoutRequest request = checked.request();
      String field = endpoint.seal(tenant, request);
      Page page =
          request.certain() ? new SignOutStep.Forward(field) : new SignOutStep.Confirm(field, null);
      return pages.show(context, tenant, request.clientId(), 200, page);
    } catch (OAuthException e) {
      return refused(context, tenant, e);
    }
  }

  private Response refused(RoutingContext context, Tenant tenant, OAuthException error) {
    return OidcPages.wanted(context)
        ? pages.failure(context, tenant, error)
        : errors.json(context, error);
  }

  private static String target(LogoutRequest request, boolean agreed) {
    if (request.redirectUri() != null) {
      return request.state() == null
          ? request.redirectUri()
          : ResponseMode.QUERY.redirect(request.redirectUri(), Map.of("state", request.state()));
    }
    String client = request.clientId() == null ? "" : "?client_id=" + request.clientId();
    return agreed ? "/oidc/session/end/success" + client : "/unknown-session";
  }
}
