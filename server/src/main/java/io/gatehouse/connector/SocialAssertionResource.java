package io.gatehouse.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where social connectors of SAML, which enterprises' connectors have replaced, were once sent
 * responses. No connector that can be installed speaks SAML: whoever comes is told so.
 */
@Path("/api/authn/saml/{connectorId}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Authn")
class SocialAssertionResource {
  private final Connectors connectors;
  private final TenantResolver tenants;

  SocialAssertionResource(Connectors connectors, TenantResolver tenants) {
    this.connectors = connectors;
    this.tenants = tenants;
  }

  @POST
  @Operation(
      operationId = "AssertSaml",
      summary = "Refuse the response to a social connector of SAML",
      deprecated = true)
  public Response receive(
      @PathParam("connectorId") String id, JsonNode body, @Context RoutingContext context) {
    ConnectorInstance instance =
        connectors
            .find(tenants.resolve(context.request()).id(), id)
            .orElseThrow(ConnectorError.NOT_SOCIAL::exception);
    if (!(instance.factory() instanceof SocialConnector)) {
      throw ConnectorError.UNEXPECTED_TYPE.exception();
    }
    if (!body.path("SAMLResponse").isTextual() || !body.path("RelayState").isTextual()) {
      throw io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE.exception();
    }
    throw io.gatehouse.connectors.ConnectorError.NOT_IMPLEMENTED.exception();
  }
}
