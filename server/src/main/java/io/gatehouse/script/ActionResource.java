package io.gatehouse.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.Answers;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.script.ScriptInputs.Action;
import io.gatehouse.script.ScriptInputs.ActionPatch;
import io.gatehouse.script.ScriptInputs.ActionTrial;
import io.gatehouse.script.ScriptInputs.ActionType;
import io.gatehouse.script.ScriptInputs.Listed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The scripts that have a say at sign-in, over HTTP. */
@Path("/api/configs/actions")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configs")
class ActionResource {
  private final Scripts scripts;
  private final ScriptTrial trial;
  private final ManagementCall call;

  ActionResource(Scripts scripts, ScriptTrial trial, ManagementCall call) {
    this.scripts = scripts;
    this.trial = trial;
    this.call = call;
  }

  @GET
  @Operation(operationId = "ListActions", summary = "List the actions that there are")
  public List<Listed> list() {
    return scripts.list(call.tenant(), ScriptKind.POST_FIRST_FACTOR, ScriptKind.POST_SIGN_IN);
  }

  @GET
  @Path("/{actionType}")
  @Answers(Action.class)
  @Operation(operationId = "GetAction", summary = "Read an action")
  public ObjectNode get(
      @PathParam("actionType") @Parameter(schema = @Schema(implementation = ActionType.class))
          String type) {
    return scripts.get(call.tenant(), type(type).kind());
  }

  @PUT
  @Path("/{actionType}")
  @Answers(
      value = Action.class,
      status = {200, 201})
  @Operation(operationId = "UpsertAction", summary = "Write an action; it is not run")
  public Response put(
      @PathParam("actionType") @Parameter(schema = @Schema(implementation = ActionType.class))
          String type,
      Action action) {
    Scripts.Written written =
        scripts.put(call.tenant(), Actor.of(call), type(type).kind(), tree(action));
    return Response.status(written.isNew() ? 201 : 200).entity(written.value()).build();
  }

  @PATCH
  @Path("/{actionType}")
  @Answers(Action.class)
  @Operation(operationId = "UpdateAction", summary = "Set members of an action")
  public ObjectNode change(
      @PathParam("actionType") @Parameter(schema = @Schema(implementation = ActionType.class))
          String type,
      ActionPatch patch) {
    return scripts.merge(call.tenant(), Actor.of(call), type(type).kind(), tree(patch));
  }

  @POST
  @Path("/test")
  @Answers(
      value = JsonNode.class,
      status = {200, 204})
  @Operation(operationId = "TestAction", summary = "Run a script with a sample; nothing is kept")
  @APIResponse(responseCode = "422", description = "The script has failed.")
  public Response test(ActionTrial sample) {
    return trial
        .action(sample)
        .map(result -> Response.ok(result.toString(), MediaType.APPLICATION_JSON).build())
        .orElseGet(() -> Response.noContent().build());
  }

  @DELETE
  @Path("/{actionType}")
  @Operation(operationId = "DeleteAction", summary = "Delete an action")
  public void delete(
      @PathParam("actionType") @Parameter(schema = @Schema(implementation = ActionType.class))
          String type) {
    scripts.delete(call.tenant(), Actor.of(call), type(type).kind());
  }

  private static ActionType type(String text) {
    return Guard.part("params", TextNode.valueOf(text), ActionType.class);
  }

  private static ObjectNode tree(Object body) {
    return JsonCodec.mapper().valueToTree(body);
  }
}
