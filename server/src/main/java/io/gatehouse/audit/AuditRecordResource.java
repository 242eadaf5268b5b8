package io.gatehouse.audit;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
              + " milliseconds. Secrets in the states before and after are masked.")
  public List<AuditRecord> list() {
    Page page = call.page();
    Query query = call.query();
    TimeWindow window = TimeWindow.of(query);
    AuditFilter filter =
        new AuditFilter(
            given(query, "actorId"),
            given(query, "action"),
            given(query, "subjectType"),
            given(query, "subjectId"),
            window.from(),
            window.until());
    return call.answer(page, audit.list(call.tenant(), filter, page));
  }

  private static Optional<String> given(Query query, String name) {
    return query.text(name).filter(value -> !value.isEmpty());
  }
}
