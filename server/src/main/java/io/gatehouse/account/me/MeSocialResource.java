package io.gatehouse.account.me;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An administrator's accounts at social providers, over HTTP. */
@Path("/me/social")
@MeApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class MeSocialResource {
  private final ConnectorKinds connectors;
  private final OwnLinks links;
  private final ManagementCall call;

  MeSocialResource(ConnectorKinds connectors, OwnLinks links, ManagementCall call) {
    this.connectors = connectors;
    this.links = links;
    this.call = call;
  }

  /** Where to send the browser. */
  record Departed(String redirectTo) {}

  @GET
  @Path("/connectors")
  @Operation(operationId = "ListMySocialConnectors", summary = "List what can be linked")
  public List<ObjectNode> connectors() {
    return connectors.of(call.tenant()).social().stream().map(ConnectorKinds.Social::view).toList();
  }

  @POST
  @Path("/authorization-uri")
  @Operation(
      operationId = "CreateMySocialAuthorizationUri",
      summary = "Get the address of a provider at which to prove an account")
  public Departed depart(MeInputs.Departure wish) {
    Map<String, String> headers =
        call.request().headers().entries().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                    Map.Entry::getValue,
                    (first, second) -> first));
    return new Departed(links.depart(call.tenant(), call.caller().id(), wish, headers).toString());
  }

  @POST
  @Path("/link-identity")
  @Operation(operationId = "LinkMySocialIdentity", summary = "Link the account that was proved")
  public void link(MeInputs.Arrival arrival) {
    links.link(call.tenant(), Actor.of(call), call.caller().id(), arrival);
  }

  @DELETE
  @Path("/identity/{id}")
  @Operation(operationId = "UnlinkMySocialIdentity", summary = "Unlink an account")
  public void unlink(@PathParam("id") String connectorId) {
    links.unlink(call.tenant(), Actor.of(call), call.caller().id(), connectorId);
  }
}
