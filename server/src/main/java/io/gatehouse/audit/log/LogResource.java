package io.gatehouse.audit.log;

import io.gatehouse.audit.TimeWindow;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** The log, over HTTP. */
@Path("/api/logs")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit logs")
class LogResource {
  private final Logs logs;
  private final ManagementCall call;

  LogResource(Logs logs, ManagementCall call) {
    this.logs = logs;
    this.call = call;
  }

  @GET
  @Paged
  @Parameter(
      name = "userId",
      in = ParameterIn.QUERY,
      description = "Only what this person did.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "applicationId",
      in = ParameterIn.QUERY,
      description = "Only what this application did.",
      schema = @Schema(implementation = String.class))
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
  @Operation(operationId = "ListLogs", summary = "List what people and applications did")
  public List<Log> list() {
    Page page = call.page();
    Query query = call.query();
    Optional<String> userId = given(query, "userId");
    Optional<String> applicationId = given(query, "applicationId");
    Optional<String> key = given(query, "logKey");
    boolean capped = query.truthy("enableCap");
    TimeWindow window = TimeWindow.of(query);
    LogFilter filter =
        new LogFilter(userId, applicationId, key, window.from(), window.until(), capped);
    var found = logs.list(call.tenant(), filter, page);
    return capped ? call.answerCapped(page, found, LogFilter.CAP) : call.answer(page, found);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetLog", summary = "Read an entry of the log")
  public Log get(@PathParam("id") String id) {
    return logs.get(call.tenant(), id);
  }

  private static Optional<String> given(Query query, String name) {
    return query.text(name).filter(value -> !value.isEmpty());
  }
}
