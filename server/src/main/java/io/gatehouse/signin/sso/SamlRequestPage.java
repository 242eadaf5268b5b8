package io.gatehouse.signin.sso;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.branding.page.FormPost;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.signon.SignOn;
import io.gatehouse.management.Answers;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The page that posts a request to an enterprise's provider of SAML, where that takes requests by a
 * form only. Whoever holds the request's state may open it, and again, until it is answered.
 */
@Path("/api/authn/single-sign-on/saml/{connectorId}/request")
@RunOnVirtualThread
@Tag(name = "Authn")
public class SamlRequestPage {
  private static final String DEPARTURE = "Interaction.SignIn.Verification.EnterpriseSso.Create";

  private final Visit visit;
  private final SsoConnectors connectors;
  private final SignOn signOn;
  private final SamlRefusals refusals;

  SamlRequestPage(Visit visit, SsoConnectors connectors, SignOn signOn, SamlRefusals refusals) {
    this.visit = visit;
    this.connectors = connectors;
    this.signOn = signOn;
    this.refusals = refusals;
  }

  @GET
  @Answers(value = String.class, type = MediaType.TEXT_HTML)
  @Operation(
      operationId = "GetSingleSignOnSamlRequest",
      summary = "Send somebody on to an enterprise's provider of SAML with a form")
  @APIResponse(responseCode = "400", description = "There is no such request, or it is over.")
  public Response show(
      @PathParam("connectorId") String connectorId,
      @Parameter(description = "Which request it is, as it was handed out.")
          @QueryParam("RelayState")
          @DefaultValue("")
          String relayState) {
    try {
      PostBinding.Form form =
          signOn.request(
              visit.tenant(), connectors.get(visit.tenant().id(), connectorId), relayState);
      return visit.pageAside(FormPost.toProvider(form.address(), form.fields()));
    } catch (RequestException refusal) {
      return refusals.answer(refusal);
    } catch (ConnectorException failure) {
      return refusals.answer(failure, LogEntry.of(DEPARTURE));
    }
  }
}
