package io.gatehouse.oidc.saml;

import io.gatehouse.branding.page.FormPost;
import io.gatehouse.branding.page.Page;
import io.gatehouse.management.Answers;
import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcPages;
import io.gatehouse.oidc.saml.SignOnAnswers.Returned;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the browser returns from a sign-in, and goes on to the service provider; for everybody. */
@Path("/api/saml-applications/{id}/callback")
@RunOnVirtualThread
@Tag(name = "SAML applications")
class SamlCallbackResource {
  /** Marks the second of two calls, so that there is no third. */
  private static final String AGAIN = "again";

  private final SignOnAnswers answers;
  private final TenantResolver tenants;
  private final OidcPages pages;

  SamlCallbackResource(SignOnAnswers answers, TenantResolver tenants, OidcPages pages) {
    this.answers = answers;
    this.tenants = tenants;
    this.pages = pages;
  }

  static SignOn signOn(Tenant tenant, String id, RoutingContext context) {
    var address = context.request().remoteAddress();
    return new SignOn(
        tenant,
        id,
        address == null ? null : address.hostAddress(),
        context.request().getHeader("User-Agent"));
  }

  @GET
  @Answers(value = String.class, type = MediaType.TEXT_HTML)
  @Parameter(
      name = "code",
      in = ParameterIn.QUERY,
      description = "What the sign-in has brought.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      description = "As it was sent; none where no service provider began.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "redirectUri",
      in = ParameterIn.QUERY,
      description = "Where the browser was sent, which is here.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "error",
      in = ParameterIn.QUERY,
      description = "Why the sign-in came to nothing.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "error_description",
      in = ParameterIn.QUERY,
      description = "The same in words.",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "400",
      description = "The sign-in came to nothing, is over, or is another browser's.")
  @APIResponse(
      responseCode = "404",
      description = "There is no such SAML application, or no active secret.")
  @Operation(
      operationId = "GetSamlApplicationCallback",
      summary = "End a sign-in with a form for the service provider")
  public Response get(@PathParam("id") String id, @Context RoutingContext context) {
    SignOn signOn = signOn(tenants.resolve(context.request()), id, context);
    try {
      Query query = Query.of(context.request());
      Returned returned = returned(signOn, query, context);
      return camePastOthers(returned, query, context)
          ? pages.show(context, signOn.tenant(), id, 200, again(signOn, query))
          : delivered(context, signOn, answers.answer(signOn, returned));
    } catch (RequestException e) {
      return pages.refusal(context, signOn.tenant(), id, e);
    }
  }

  private Response delivered(RoutingContext context, SignOn signOn, PostBinding.Form form) {
    Cookies.clear(context, signOn.tenant(), SamlAuthnResource.COOKIE, signOn.callbackPath());
    return pages.show(
        context,
        signOn.tenant(),
        signOn.applicationId(),
        200,
        FormPost.back(form.address(), form.fields()));
  }

  private static Returned returned(SignOn signOn, Query query, RoutingContext context) {
    Optional<String> code = query.text("code");
    Optional<String> error = query.text("error");
    Optional<String> state = query.text("state");
    Optional<String> redirectUri = query.text("redirectUri");
    if (error.isPresent() && code.isEmpty() && OidcPages.wanted(context)) {
      // What programs are told of an error with a state says nothing to a person.
      throw denied(error.get());
    }
    if (code.isPresent() == error.isPresent()
        || (error.isPresent() && (state.isPresent() || redirectUri.isPresent()))) {
      throw RequestError.INVALID_GUARD.exception(Map.of("type", "query"));
    }
    if (error.isPresent()) {
      throw CallbackError.INVALID_REQUEST.exception();
    }
    if (redirectUri.filter(uri -> !uri.equals(signOn.callback())).isPresent()) {
      throw CallbackError.INVALID_REDIRECT_URI.exception();
    }
    String secret = Cookies.read(context, signOn.tenant(), SamlAuthnResource.COOKIE);
    return new Returned(code.orElseThrow(), state.orElse(null), secret);
  }

  private static RequestException denied(String error) {
    return "access_denied".equals(error)
        ? CallbackError.ACCESS_DENIED.exception()
        : CallbackError.INVALID_REQUEST.exception();
  }

  /**
   * Whether the browser may hold the cookie and not have sent it: who signed in at a provider
   * elsewhere comes from its site, and strict cookies stay at home then. A page of ours brings it.
   */
  private static boolean camePastOthers(Returned returned, Query query, RoutingContext context) {
    return returned.state() != null
        && returned.secret() == null
        && query.all(AGAIN).isEmpty()
        && OidcPages.wanted(context);
  }

  private static Page again(SignOn signOn, Query query) {
    Map<String, String> fields = new LinkedHashMap<>();
    query.parameters().forEach(parameter -> fields.put(parameter.name(), parameter.value()));
    fields.put(AGAIN, "true");
    return new Page.Onward(signOn.callbackPath(), fields);
  }
}
