package io.gatehouse.signin.social;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.branding.page.FormPost;
import io.gatehouse.connector.ConnectorInstance;
import io.gatehouse.connector.Connectors;
import io.gatehouse.connector.saml.SamlTrips;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.saml.Saml;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.management.Answers;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.sso.SamlRefusals;
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
 * The page that posts a request to a social connector's provider of SAML, where that takes requests
 * by a form only. Whoever holds the request's state may open it, and again, until it is answered.
 */
@Path("/api/authn/saml/{connectorId}/request")
@RunOnVirtualThread
@Tag(name = "Authn")
public class SamlRequestPage {
  private static final String DEPARTURE = "Interaction.SignIn.Verification.Social.Create";

  private final Visit visit;
  private final Connectors connectors;
  private final SamlTrips trips;
  private final SamlRefusals refusals;

  SamlRequestPage(Visit visit, Connectors connectors, SamlTrips trips, SamlRefusals refusals) {
    this.visit = visit;
    this.connectors = connectors;
    this.trips = trips;
    this.refusals = refusals;
  }

  @GET
  @Answers(value = String.class, type = MediaType.TEXT_HTML)
  @Operation(
      operationId = "GetSamlRequest",
      summary = "Send somebody on to a social connector's provider of SAML with a form")
  @APIResponse(responseCode = "400", description = "There is no such request, or it is over.")
  public Response show(
      @PathParam("connectorId") String connectorId,
      @Parameter(description = "Which request it is, as it was handed out.")
          @QueryParam("RelayState")
          @DefaultValue("")
          String relayState) {
    try {
      PostBinding.Form form = form(connectorId, relayState);
      return visit.pageAside(FormPost.toProvider(form.address(), form.fields()));
    } catch (RequestException refusal) {
      return refusals.answer(refusal);
    } catch (ConnectorException failure) {
      return refusals.answer(failure, LogEntry.of(DEPARTURE));
    }
  }

  private PostBinding.Form form(String connectorId, String relayState) {
    ConnectorInstance connector =
        connectors
            .find(visit.tenant().id(), connectorId)
            .orElseThrow(StepError.INVALID_CONNECTOR::exception);
    if (!(connector.factory() instanceof Saml saml)) {
      throw ConnectorError.UNEXPECTED_TYPE.exception();
    }
    return trips.form(
        visit.tenant().id(), connectorId, saml.config(connector.config()), relayState);
  }
}
