package io.gatehouse.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.error.EntityError;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What connectors can be made from, over HTTP. */
@Path("/api/connector-factories")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connector factories")
class FactoryResource {
  private final Factories factories;
  private final ManagementCall call;

  FactoryResource(Factories factories, ManagementCall call) {
    this.factories = factories;
    this.call = call;
  }

  @GET
  @Operation(operationId = "ListConnectorFactories", summary = "List the installed connectors")
  @Answers(ConnectorAnswer.OfFactory.class)
  public List<ObjectNode> list() {
    String language = call.language().tag();
    return factories.all().stream().map(each -> ConnectorView.of(each, language)).toList();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetConnectorFactory", summary = "Read an installed connector")
  @Answers(ConnectorAnswer.OfFactory.class)
  public ObjectNode get(@PathParam("id") String id) {
    return ConnectorView.of(
        factories.find(id).orElseThrow(EntityError.NOT_FOUND::exception), call.language().tag());
  }
}
