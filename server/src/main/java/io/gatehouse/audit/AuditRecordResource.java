package io.gatehouse.audit;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The administrators' changes, over HTTP: an addition of ours to the convention. */
@Path("/api/audit-records")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit records")
class AuditRecordResource {
  private final AdminAudit audit;
  private final ManagementCall call;

  AuditRecordResource(AdminAudit audit, ManagementCall call) {
    this.audit = audit;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "ListAuditRecords",
      summary = "List what administrators changed, newest first",
      description =
          "Filters: actorId, action, subjectType, subjectId, start_time and end_time in epoch"
              + " milliseconds. Secrets in the states before and after are masked. The header"
              + " Next-After names the place after which the list goes on: given as the query's"
              + " after, however far down, it costs what the first page costs. Changes are counted"
              + " to 1,000; then Total-Number-Is-Capped says true.")
  @Paged
  @Parameter(
      name = "after",
      in = ParameterIn.QUERY,
      description = "Where the list goes on: what the answer before told in Next-After.",
      schema = @Schema(implementation = String.class))
  public List<AuditRecord> list() {
    Page page = call.page();
    Optional<AuditPlace> place = given(call.query(), "after").map(AuditPlace::parse);
    List<AuditRecord> records;
    if (place.isPresent()) {
      records = audit.after(call.tenant(), filter(), place.get(), page.size());
    } else {
      var found = audit.list(call.tenant(), filter(), page);
      records = call.answerCapped(page, found, AuditFilter.COUNTED);
    }
    if (records.size() == page.size()) {
      call.tell("Next-After", AuditPlace.of(records.getLast()).text());
    }
    return records;
  }

  @GET
  @Path("/export")
  @Produces("application/x-ndjson")
  @Operation(
      operationId = "ExportAuditRecords",
      summary = "Read all of what administrators changed, one JSON object a line",
      description = "Takes the filters of the list. Newest first, in one stream.")
  public Response export() {
    TenantId tenant = call.tenant();
    AuditFilter filter = filter();
    StreamingOutput lines =
        out ->
            audit.forEach(
                tenant,
                filter,
                record -> {
                  try {
                    out.write(JsonCodec.bytes(record));
                    out.write('\n');
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    return Response.ok(lines)
        .header("Content-Disposition", "attachment; filename=\"audit-records.jsonl\"")
        .build();
  }

  private AuditFilter filter() {
    Query query = call.query();
    TimeWindow window = TimeWindow.of(query);
    return new AuditFilter(
        given(query, "actorId"),
        given(query, "action"),
        given(query, "subjectType"),
        given(query, "subjectId"),
        window.from(),
        window.until());
  }

  private static Optional<String> given(Query query, String name) {
    return query.text(name).filter(value -> !value.isEmpty());
  }
}
