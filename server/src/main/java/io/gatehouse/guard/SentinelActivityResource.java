package io.gatehouse.guard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.input.Input;
import io.gatehouse.tenant.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What counts against people who guess, over HTTP. */
@Path("/api/sentinel-activities")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Tag(name = "Sentinel activities")
class SentinelActivityResource {
  private final Lockout lockout;
  private final AdminAudit audit;
  private final Db db;
  private final ManagementCall call;

  SentinelActivityResource(Lockout lockout, AdminAudit audit, Db db, ManagementCall call) {
    this.lockout = lockout;
    this.audit = audit;
    this.db = db;
    this.call = call;
  }

  /** Whom to let try again: identifiers exactly as they were entered. */
  @Input
  record Targets(TargetType targetType, @Size(max = 1000) List<String> targets) {}

  /** As {@link Lockout.TargetType}, with the names of the wire. */
  enum TargetType {
    @JsonProperty("User")
    USER(Lockout.TargetType.USER),
    @JsonProperty("App")
    APP(Lockout.TargetType.APP);

    private final Lockout.TargetType type;

    TargetType(Lockout.TargetType type) {
      this.type = type;
    }
  }

  @POST
  @Path("/delete")
  @Operation(
      operationId = "DeleteSentinelActivities",
      summary = "Forget what counts against identifiers, so that they can try again")
  public void delete(Targets input) {
    TenantId tenant = call.tenant();
    db.transaction(
        tenant,
        () -> {
          lockout.unlock(tenant, input.targetType().type, input.targets());
          audit.record(
              tenant,
              Actor.of(call),
              new AdminChange("lockout.forgotten", "lockout", null, input, null));
        });
  }
}
