package io.gatehouse.signin.sso;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.saml.ArrivalCookie;
import io.gatehouse.enterprise.saml.SamlArrivals;
import io.gatehouse.enterprise.saml.SamlTrips.Brought;
import io.gatehouse.enterprise.signon.SignOn;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.signin.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where providers of SAML send people with their response. It comes from another site, without the
 * cookies of ours: they are shown again at the address that the browser is sent on to.
 */
@Path("/api/authn/single-sign-on/saml/{connectorId}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Authn")
public class SamlResponsePage {
  private static final int FOUND = 302;
  private static final String RETURN = "Interaction.SignIn.Verification.EnterpriseSso.Submit";
  private static final String ARRIVAL = "Interaction.SignIn.Verification.IdpInitiatedSso.Create";

  private final Visit visit;
  private final SsoConnectors connectors;
  private final SignOn signOn;
  private final SamlRefusals refusals;

  SamlResponsePage(Visit visit, SsoConnectors connectors, SignOn signOn, SamlRefusals refusals) {
    this.visit = visit;
    this.connectors = connectors;
    this.signOn = signOn;
    this.refusals = refusals;
  }

  @POST
  @Operation(
      operationId = "AssertSingleSignOnSaml",
      summary = "Take the response of an enterprise's provider of SAML")
  @APIResponse(responseCode = "302", description = "On to where the sign-in continues.")
  public Response receive(@PathParam("connectorId") String connectorId, SamlForm sent) {
    Form fields = sent.form();
    Brought brought = new Brought(response(fields), relayState(fields));
    try {
      SignOn.Received received =
          signOn.receive(visit.tenant(), connectors.get(visit.tenant().id(), connectorId), brought);
      return onward(connectorId, received);
    } catch (RequestException refusal) {
      return refusals.answer(refusal);
    } catch (ConnectorException failure) {
      return refusals.answer(failure, LogEntry.of(brought.relayState() == null ? ARRIVAL : RETURN));
    }
  }

  private Response onward(String connectorId, SignOn.Received received) {
    Response.ResponseBuilder answer =
        Response.status(FOUND).location(received.next()).header("Cache-Control", "no-store");
    SamlArrivals.Arrived arrived = received.arrived();
    if (arrived != null) {
      answer.header("Set-Cookie", ArrivalCookie.header(visit.tenant(), arrived));
      refusals.append(
          LogEntry.of(ARRIVAL)
              .by(null, arrived.applicationId(), null)
              .with("connectorId", connectorId));
    }
    return answer.build();
  }

  private static String response(Form fields) {
    JsonNode value = fields.fields().path("SAMLResponse");
    if (!value.isTextual()) {
      Issues issues = new Issues();
      issues.at("SAMLResponse").wrongType("string", "undefined");
      issues.throwIfAny("body");
    }
    return value.textValue();
  }

  private static @Nullable String relayState(Form fields) {
    String value = fields.text("RelayState");
    return value.isEmpty() ? null : value;
  }
}
