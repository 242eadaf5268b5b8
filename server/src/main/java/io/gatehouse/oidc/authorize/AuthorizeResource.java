package io.gatehouse.oidc.authorize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionCookie;
import io.gatehouse.interaction.Interactions;
import io.gatehouse.interaction.OneTapCookie;
import io.gatehouse.interaction.VisitorHeaders;
import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.OidcPages;
import io.gatehouse.oidc.session.SessionState;
import io.gatehouse.platform.http.direct.DirectRoutes;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oidc/auth} over HTTP: cookies in, redirects and pages out. The request of a browser,
 * which is a GET nearly always, takes the short way.
 */
@Path("/oidc/auth")
@Singleton
@RunOnVirtualThread
class AuthorizeResource {
  private final AuthorizeEndpoint endpoint;
  private final TenantResolver tenants;
  private final OidcErrors errors;
  private final OidcPages pages;
  private final VisitorHeaders headers;

  AuthorizeResource(
      AuthorizeEndpoint endpoint,
      TenantResolver tenants,
      OidcErrors errors,
      OidcPages pages,
      VisitorHeaders headers) {
    this.endpoint = endpoint;
    this.tenants = tenants;
    this.errors = errors;
    this.pages = pages;
    this.headers = headers;
  }

  void register(@Observes DirectRoutes routes) {
    routes.add(HttpMethod.GET, "/oidc/auth", (context, none) -> get(context));
    routes.addBelow(
        HttpMethod.GET, "/oidc/auth", "interaction", (context, none) -> resume(context));
  }

  private Response get(RoutingContext context) {
    String query = context.request().query();
    return begin(context, () -> Parameters.parse(query == null ? "" : query));
  }

  @POST
  public Response post(
      @Context RoutingContext context,
      @HeaderParam("Content-Type") @Nullable String type,
      byte[] body) {
    return begin(context, () -> OidcForm.read(type, body));
  }

  private Response resume(RoutingContext context) {
    String path = context.normalizedPath();
    String interaction = path.substring("/oidc/auth/".length());
    Tenant tenant = tenants.resolve(context.request());
    Outcome outcome = endpoint.resume(tenant, interaction, browser(context, tenant));
    if (outcome instanceof Outcome.Answer) {
      Cookies.clear(context, tenant, Cookies.RESUME, resumePath(interaction));
    }
    return answer(context, tenant, outcome);
  }

  private Response begin(RoutingContext context, Supplier<Parameters> parameters) {
    Tenant tenant = tenants.resolve(context.request());
    Outcome outcome;
    try {
      outcome = endpoint.begin(tenant, parameters.get(), browser(context, tenant));
    } catch (OAuthException e) {
      outcome = new Outcome.Refused(e, null, null, null);
    }
    return answer(context, tenant, outcome);
  }

  private Browser browser(RoutingContext context, Tenant tenant) {
    return new Browser(
        Cookies.read(context, tenant, Cookies.SESSION),
        InteractionCookie.parse(Cookies.read(context, tenant, Cookies.INTERACTION)),
        Cookies.read(context, tenant, Cookies.RESUME),
        context.request().remoteAddress() == null
            ? null
            : context.request().remoteAddress().hostAddress(),
        context.request().getHeader("User-Agent"),
        headers.of(context.request().headers()));
  }

  private Response answer(RoutingContext context, Tenant tenant, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answer answer -> back(context, tenant, answer);
      case Outcome.Interact interact -> toPage(context, tenant, interact);
      case Outcome.Refused refused -> refused(context, tenant, refused);
      case Outcome.NoInteraction gone -> noInteraction(context, tenant);
    };
  }

  private Response back(RoutingContext context, Tenant tenant, Outcome.Answer answer) {
    setSession(context, tenant, answer.session());
    return answer.mode() == ResponseMode.FORM_POST
        ? pages.formPost(context, tenant, answer.redirectUri(), answer.parameters())
        : redirect(answer.mode().redirect(answer.redirectUri(), answer.parameters()));
  }

  private static Response toPage(RoutingContext context, Tenant tenant, Outcome.Interact interact) {
    Interaction interaction = interact.interaction();
    setSession(context, tenant, interact.session());
    InteractionCookie cookie =
        InteractionCookie.parse(Cookies.read(context, tenant, Cookies.INTERACTION))
            .with(interaction.applicationId(), interaction.id());
    Cookies.setReadable(context, tenant, Cookies.UI, ui(interaction));
    if (interact.promptCredential() != null) {
      Instant begun = interaction.expiresAt().minus(Interactions.LIFE);
      Cookies.setReadable(
          context,
          tenant,
          OneTapCookie.NAME,
          interact.promptCredential(),
          "/",
          begun.plus(OneTapCookie.LIFE));
    }
    Cookies.set(context, tenant, Cookies.INTERACTION, cookie.value(), "/", interaction.expiresAt());
    Cookies.set(
        context,
        tenant,
        Cookies.RESUME,
        interaction.id(),
        resumePath(interaction.id()),
        interaction.expiresAt());
    return redirect(interact.page());
  }

  private static String ui(Interaction interaction) {
    ObjectNode ui = JsonCodec.object();
    ui.put("appId", interaction.applicationId());
    String organization = interaction.parameter("organization_id");
    if (organization != null) {
      ui.put("organizationId", organization);
    }
    String locales = interaction.parameter("ui_locales");
    if (locales != null) {
      ui.put("uiLocales", locales);
    }
    // A cookie's value holds neither semicolons nor control or other non-ASCII characters [RFC 6265
    // §4.1.1].
    return ui.toString().replaceAll("[^\\x20-\\x7e]|;", "");
  }

  private Response refused(RoutingContext context, Tenant tenant, Outcome.Refused refused) {
    OAuthException error = refused.error();
    if (!OidcPages.wanted(context)) {
      return Response.status(error.status())
          .type("application/json")
          .header("Cache-Control", "no-store")
          .entity(errors.body(context, tenant, error, refused.state()).toString())
          .build();
    }
    return error.error() == OAuthError.INVALID_REDIRECT_URI
            && refused.redirectUri() != null
            && refused.clientId() != null
        ? pages.refusedRedirect(context, tenant, refused.redirectUri(), refused.clientId())
        : pages.failure(context, tenant, error);
  }

  private Response noInteraction(RoutingContext context, Tenant tenant) {
    if (OidcPages.wanted(context)) {
      return redirect("/unknown-session");
    }
    OAuthException error =
        OAuthError.INVALID_REQUEST.because("authorization session and cookie identifier not found");
    return Response.status(400)
        .type("application/json")
        .header("Cache-Control", "no-store")
        .entity(errors.body(context, OidcErrors.SESSION_NOT_FOUND, error).toString())
        .build();
  }

  private static void setSession(
      RoutingContext context, Tenant tenant, Outcome.@Nullable SessionCookie session) {
    if (session != null) {
      Cookies.set(context, tenant, Cookies.SESSION, session.secret(), "/", session.expiresAt());
      if (session.watched()) {
        String state = SessionState.ofBrowser(session.id());
        Cookies.setFramed(context, tenant, Cookies.BROWSER_STATE, state, session.expiresAt());
      }
    }
  }

  private static String resumePath(String interactionId) {
    return "/oidc/auth/" + interactionId;
  }

  private static Response redirect(String location) {
    return Response.status(303)
        .header("Location", location)
        .header("Cache-Control", "no-store")
        .type("text/html; charset=utf-8")
        .entity(
            "Redirecting to "
                + location.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
                + ".")
        .build();
  }
}
