package io.gatehouse.hook.delivery;

import io.gatehouse.hook.Hooks;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What hooks were and will be told, over HTTP: an addition of ours to the convention. */
@Path("/api/hooks/{id}/deliveries")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hooks")
class DeliveryResource {
  private final Hooks hooks;
  private final Deliveries deliveries;
  private final ManagementCall call;

  DeliveryResource(Hooks hooks, Deliveries deliveries, ManagementCall call) {
    this.hooks = hooks;
    this.deliveries = deliveries;
    this.call = call;
  }

  @GET
  @Paged
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      description = "Only deliveries in this state.",
      schema = @Schema(implementation = DeliveryState.class))
  @Operation(
      operationId = "ListHookDeliveries",
      summary = "List the deliveries to a hook, newest first",
      description =
          "Filter: state, one of Any, Waiting, Delivered and Failed. Deliveries are counted to 2,000;"
              + " then Total-Number-Is-Capped says true.")
  public List<DeliveryView> list(@PathParam("id") String id) {
    Page page = call.page();
    DeliveryState state = call.query().as("state", DeliveryState.class).orElse(DeliveryState.ANY);
    String hook = hooks.get(call.tenant(), id).id();
    return call.answerCapped(
        page, deliveries.list(call.tenant(), hook, state, page), DeliveryView.COUNTED);
  }

  @POST
  @Path("/{deliveryId}/redelivery")
  @Operation(
      operationId = "CreateHookRedelivery",
      summary = "Send a delivery again, with the same id")
  public DeliveryView again(@PathParam("id") String id, @PathParam("deliveryId") String delivery) {
    return deliveries.again(call.tenant(), hooks.get(call.tenant(), id).id(), delivery);
  }
}
