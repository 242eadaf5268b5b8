package io.gatehouse.hook;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.TimeWindow;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Hooks, over HTTP. */
@Path("/api/hooks")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hooks")
class HookResource {
  private final Hooks hooks;
  private final HookTrials trials;
  private final ManagementCall call;

  HookResource(Hooks hooks, HookTrials trials, ManagementCall call) {
    this.hooks = hooks;
    this.trials = trials;
    this.call = call;
  }

  @GET
  @Paged
  @Parameter(
      name = "includeExecutionStats",
      in = ParameterIn.QUERY,
      description = "Whether to tell how many attempts of the last day succeeded.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "ListHooks", summary = "List the hooks, newest first")
  public List<HookView> list() {
    Page page = call.optionalPage();
    boolean withStats = call.query().truthy("includeExecutionStats");
    return call.answer(page, hooks.list(call.tenant(), page, withStats));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "CreateHook", summary = "Add a hook")
  public Hook create(HookInput input) {
    return hooks.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Parameter(
      name = "includeExecutionStats",
      in = ParameterIn.QUERY,
      description = "Whether to tell how many attempts of the last day succeeded.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "GetHook", summary = "Read a hook")
  public HookView get(@PathParam("id") String id) {
    Hook hook = hooks.get(call.tenant(), id);
    boolean withStats =
        call.query().text("includeExecutionStats").filter(text -> !text.isEmpty()).isPresent();
    return new HookView(hook, withStats ? hooks.stats(hook) : null);
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateHook", summary = "Change a hook")
  public Hook change(@PathParam("id") String id, HookInput.Patch patch) {
    return hooks.change(call.tenant(), Actor.of(call), id, patch);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteHook", summary = "Delete a hook and what waits for it")
  public void delete(@PathParam("id") String id) {
    hooks.delete(call.tenant(), Actor.of(call), id);
  }

  @PATCH
  @Path("/{id}/signing-key")
  @Operation(operationId = "UpdateHookSigningKey", summary = "Replace the key that signs")
  public Hook replaceKey(@PathParam("id") String id) {
    return hooks.replaceKey(call.tenant(), Actor.of(call), id);
  }

  @POST
  @Path("/{id}/test")
  @Operation(
      operationId = "CreateHookTest",
      summary = "Send an example of events to a configuration, signed with the hook's key")
  public void test(@PathParam("id") String id, HookInput.Trial trial) {
    trials.run(hooks.get(call.tenant(), id), trial, call.request().getHeader("User-Agent"));
  }

  @GET
  @Path("/{id}/recent-logs")
  @Paged
  @Parameter(
      name = "logKey",
      in = ParameterIn.QUERY,
      description = "Only entries with this key.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "start_time",
      in = ParameterIn.QUERY,
      description = "From when, in milliseconds since 1970.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "end_time",
      in = ParameterIn.QUERY,
      description = "Until when, in milliseconds since 1970.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "enableCap",
      in = ParameterIn.QUERY,
      description = "Whether to stop counting at 10,000.",
      schema = @Schema(implementation = String.class))
  @Operation(
      operationId = "ListHookRecentLogs",
      summary = "List the attempts of the last day, newest first",
      description = "Filters: logKey, start_time and end_time in epoch milliseconds.")
  public List<HookLog> recentLogs(@PathParam("id") String id) {
    Page page = call.page();
    Query query = call.query();
    TimeWindow window = TimeWindow.of(query);
    boolean anyTime = window.from().isEmpty() && window.until().isEmpty();
    var filter =
        new HookLog.Filter(
            id,
            query.text("logKey").filter(key -> !key.isEmpty()),
            anyTime ? Optional.of(hooks.dayAgo()) : window.from(),
            window.until(),
            query.truthy("enableCap"));
    var found = hooks.logs(call.tenant(), filter, page);
    return filter.capped()
        ? call.answerCapped(page, found, HookLog.COUNTED)
        : call.answer(page, found);
  }
}
