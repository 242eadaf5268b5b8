package io.gatehouse.management;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.crypto.Digests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Says that the server is there; and which tenant answers, to whoever has the key for it. */
@Path("/api/status")
@RunOnVirtualThread
@Tag(name = "Status")
class StatusResource {
  private final Settings settings;
  private final ManagementCall call;

  StatusResource(Settings settings, ManagementCall call) {
    this.settings = settings;
    this.call = call;
  }

  @GET
  @Answers(status = 204)
  @Operation(operationId = "GetStatus", summary = "Check that the server is there")
  public Response status(@HeaderParam("Logto-Status-Api-Key") @Nullable String key) {
    String expected = settings.statusApiKey();
    Response.ResponseBuilder answer = Response.noContent();
    if (key != null && expected != null && Digests.equal(key, expected)) {
      answer.header("logto-tenant-id", call.tenant());
    }
    return answer.build();
  }
}
