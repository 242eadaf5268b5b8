package io.gatehouse.signin.social;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.connector.ConnectorInstance;
import io.gatehouse.connector.Connectors;
import io.gatehouse.connector.saml.SamlTrips;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.saml.Saml;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.signin.Visit;
import io.gatehouse.signin.sso.SamlForm;
import io.gatehouse.signin.sso.SamlRefusals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where providers of social connectors of SAML send people with their response. It comes from
 * another site, without the cookies of ours: they are shown again where the browser is sent on to.
 */
@Path("/api/authn/saml/{connectorId}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Authn")
public class SamlResponsePage {
  private static final int FOUND = 302;
  private static final String RETURN = "Interaction.SignIn.Verification.Social.Submit";

  private final Visit visit;
  private final Connectors connectors;
  private final SamlTrips trips;
  private final SamlRefusals refusals;

  SamlResponsePage(Visit visit, Connectors connectors, SamlTrips trips, SamlRefusals refusals) {
    this.visit = visit;
    this.connectors = connectors;
    this.trips = trips;
    this.refusals = refusals;
  }

  @POST
  @Operation(
      operationId = "AssertSaml",
      summary = "Take the response of a social connector's provider of SAML")
  @APIResponse(responseCode = "302", description = "On to where the trip was to end.")
  public Response receive(@PathParam("connectorId") String connectorId, SamlForm sent) {
    try {
      URI next = received(connectorId, sent.form());
      return Response.status(FOUND).location(next).header("Cache-Control", "no-store").build();
    } catch (RequestException refusal) {
      return refusals.answer(refusal);
    } catch (ConnectorException failure) {
      return refusals.answer(failure, LogEntry.of(RETURN));
    }
  }

  private URI received(String connectorId, Form fields) {
    ConnectorInstance connector =
        connectors
            .find(visit.tenant().id(), connectorId)
            .orElseThrow(StepError.INVALID_CONNECTOR::exception);
    if (!(connector.factory() instanceof SocialConnector)) {
      throw ConnectorError.UNEXPECTED_TYPE.exception();
    }
    String response = fields.text("SAMLResponse");
    String relayState = fields.text("RelayState");
    if (response.isEmpty() || relayState.isEmpty()) {
      throw ConnectorError.INVALID_RESPONSE.exception();
    }
    if (!(connector.factory() instanceof Saml saml)) {
      throw ConnectorError.NOT_IMPLEMENTED.exception();
    }
    return trips.receive(
        visit.tenant().id(),
        connectorId,
        saml.config(connector.config()),
        new SamlTrips.Brought(response, relayState));
  }
}
