package io.gatehouse.oidc.saml;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcPages;
import io.gatehouse.oidc.saml.SignOnRequests.Begun;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where service providers send people who have to sign in, for everybody. */
@Path("/api/saml/{id}/authn")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "SAML applications auth flow")
class SamlAuthnResource {
  /** The browser's part of a sign-in; it goes to the application's callback alone. */
  static final String COOKIE = "_logto_sp_saml_sso_session_id";

  private static final String NEVER = "Clients expect it to be described; there is none.";
  private static final String TO_SIGN_IN = "To where the person signs in.";
  private static final String REFUSED =
      "The message does not fit, or comes from another service provider.";
  private static final String MISSING = "There is no such SAML application, or no active secret.";

  private final SignOnRequests requests;
  private final TenantResolver tenants;
  private final OidcPages pages;

  SamlAuthnResource(SignOnRequests requests, TenantResolver tenants, OidcPages pages) {
    this.requests = requests;
    this.tenants = tenants;
    this.pages = pages;
  }

  /** A message with what the service provider wants to have again. */
  @Input
  record Message(
      @JsonProperty("SAMLRequest") @Size(min = 1) String request,
      @JsonProperty("RelayState") @Nullable @NullAllowed @Size(max = 512) String relayState) {}

  @GET
  @Parameter(
      name = "SAMLRequest",
      in = ParameterIn.QUERY,
      required = true,
      description = "The message, compressed and in base64.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "RelayState",
      in = ParameterIn.QUERY,
      description = "What the service provider wants to have again.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "SigAlg",
      in = ParameterIn.QUERY,
      description = "How the message is signed; nobody has to sign it.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "Signature",
      in = ParameterIn.QUERY,
      description = "The signature, which is not asked for.",
      schema = @Schema(implementation = String.class))
  @APIResponse(responseCode = "200", description = NEVER)
  @APIResponse(responseCode = "302", description = TO_SIGN_IN)
  @APIResponse(responseCode = "400", description = REFUSED)
  @APIResponse(responseCode = "404", description = MISSING)
  @Operation(operationId = "GetSamlAuthn", summary = "Begin a sign-in, by a redirect")
  public Response redirected(@PathParam("id") String id, @Context RoutingContext context) {
    return begin(id, context, () -> ofQuery(context), AuthnRequest::redirected);
  }

  @POST
  @APIResponse(responseCode = "200", description = NEVER)
  @APIResponse(responseCode = "302", description = TO_SIGN_IN)
  @APIResponse(responseCode = "400", description = REFUSED)
  @APIResponse(responseCode = "404", description = MISSING)
  @Operation(operationId = "CreateSamlAuthn", summary = "Begin a sign-in, by a form")
  public Response posted(
      @PathParam("id") String id, Message message, @Context RoutingContext context) {
    return begin(id, context, () -> message, AuthnRequest::posted);
  }

  /** Every parameter has one value here, known or not. */
  private static Message ofQuery(RoutingContext context) {
    Query query = Query.of(context.request());
    var fields = JsonCodec.object();
    Issues issues = new Issues();
    for (Query.Parameter parameter : query.parameters()) {
      if (fields.has(parameter.name())) {
        issues.at(parameter.name()).wrongType("string", "array");
      }
      fields.put(parameter.name(), parameter.value());
    }
    issues.throwIfAny("query");
    return Guard.part("query", fields, Message.class);
  }

  private Response begin(
      String id,
      RoutingContext context,
      Supplier<Message> message,
      Function<String, AuthnRequest> reading) {
    SignOn signOn = SamlCallbackResource.signOn(tenants.resolve(context.request()), id, context);
    try {
      Message sent = message.get();
      Begun begun = requests.begin(signOn, () -> reading.apply(sent.request()), sent.relayState());
      Cookies.setStrict(
          context, signOn.tenant(), COOKIE, begun.secret(), signOn.callbackPath(), begun.expires());
      return Response.status(302)
          .header("Location", begun.address())
          .header("Cache-Control", "no-store")
          .build();
    } catch (RequestException e) {
      return pages.refusal(context, signOn.tenant(), id, e);
    }
  }
}
