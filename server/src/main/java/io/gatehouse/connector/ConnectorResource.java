package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connectors, over HTTP. */
@Path("/api/connectors")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
class ConnectorResource {
  private final Connectors connectors;
  private final ConnectorTrials trials;
  private final ManagementCall call;

  ConnectorResource(Connectors connectors, ConnectorTrials trials, ManagementCall call) {
    this.connectors = connectors;
    this.trials = trials;
    this.call = call;
  }

  /** Where to send a browser. */
  record Redirect(String redirectTo) {}

  @GET
  @Parameter(
      name = "target",
      in = ParameterIn.QUERY,
      description = "Only those of this provider.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "ListConnectors", summary = "List the connectors")
  @Answers(ConnectorAnswer.class)
  public List<ObjectNode> list() {
    Optional<String> target = call.query().text("target").filter(text -> !text.isEmpty());
    return connectors.list(call.tenant()).stream()
        .filter(one -> target.isEmpty() || one.target().equals(target.get()))
        .map(this::view)
        .toList();
  }

  @POST
  @Operation(operationId = "CreateConnector", summary = "Configure a connector")
  @Answers(ConnectorAnswer.class)
  public ObjectNode create(ConnectorInput input) {
    return view(connectors.create(call.tenant(), Actor.of(call), input));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetConnector", summary = "Read a connector")
  @Answers(ConnectorAnswer.class)
  public ObjectNode get(@PathParam("id") String id) {
    return view(connectors.get(call.tenant(), id));
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateConnector", summary = "Change a connector")
  @Answers(ConnectorAnswer.class)
  public ObjectNode change(@PathParam("id") String id, ConnectorInput.Patch patch) {
    return view(connectors.change(call.tenant(), Actor.of(call), id, patch));
  }

  @DELETE
  @Path("/{id}")
  @APIResponse(
      responseCode = "422",
      description = "Passwords expire, and without the connector nobody could set a new one.")
  @Operation(operationId = "DeleteConnector", summary = "Delete a connector")
  public void delete(@PathParam("id") String id) {
    connectors.delete(call.tenant(), Actor.of(call), id);
  }

  @POST
  @Path("/{factoryId}/test")
  @Operation(operationId = "CreateConnectorTest", summary = "Send a message to try a configuration")
  public void test(@PathParam("factoryId") String factoryId, ConnectorInput.Trial trial) {
    trials.send(call.tenant(), factoryId, trial);
  }

  @POST
  @Path("/{id}/authorization-uri")
  @Operation(
      operationId = "CreateConnectorAuthorizationUri",
      summary = "Tell where a connector sends people")
  public Redirect authorizationUri(@PathParam("id") String id, ConnectorInput.Departure departure) {
    return new Redirect(trials.authorizationUri(call.tenant(), id, departure).toString());
  }

  private ObjectNode view(ConnectorInstance instance) {
    return ConnectorView.of(instance, call.language().tag());
  }
}
