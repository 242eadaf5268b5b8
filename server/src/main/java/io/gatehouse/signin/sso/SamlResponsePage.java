package io.gatehouse.signin.sso;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.saml.SamlTrips.Brought;
import io.gatehouse.enterprise.signon.SignOn;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.signin.Form;
import io.gatehouse.signin.Remarks;
import io.gatehouse.signin.Visit;
import io.gatehouse.tenant.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private final Visit visit;
  private final SsoConnectors connectors;
  private final SignOn signOn;
  private final Logs logs;

  SamlResponsePage(Visit visit, SsoConnectors connectors, SignOn signOn, Logs logs) {
    this.visit = visit;
    this.connectors = connectors;
    this.signOn = signOn;
    this.logs = logs;
  }

  @POST
  @Operation(
      operationId = "AssertSingleSignOnSaml",
      summary = "Take the response of an enterprise's provider of SAML")
  @APIResponse(responseCode = "302", description = "On to where the sign-in continues.")
  public Response receive(@PathParam("connectorId") String connectorId, SamlForm sent) {
    Form fields = sent.form();
    TenantId tenant = visit.tenant().id();
    try {
      URI next =
          signOn.receive(
              visit.tenant(),
              connectors.get(tenant, connectorId),
              new Brought(response(fields), relayState(fields)));
      return Response.status(FOUND).location(next).header("Cache-Control", "no-store").build();
    } catch (RequestException refusal) {
      if (visit.readsPages()) {
        return visit.page(new Page.Failure(Problem.of(refusal), null));
      }
      throw refusal;
    } catch (ConnectorException failure) {
      log(failure);
      if (visit.readsPages()) {
        return visit.page(new Page.Failure(Remarks.problem(failure), null));
      }
      throw failure;
    }
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

  /** Administrators read here why a provider's word is not believed. */
  private void log(ConnectorException failure) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", failure.code());
    if (failure.data() != null) {
      error.put("data", failure.data());
    }
    logs.append(
        visit.tenant().id(),
        LogEntry.of("Interaction.SignIn.Verification.EnterpriseSso.Submit")
            .from(visit.address(), visit.request().getHeader("User-Agent"))
            .failed(error));
  }
}
