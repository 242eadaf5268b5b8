package io.gatehouse.connector.tokenset;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is kept of providers' tokens, over HTTP. */
@Path("/api/secrets")
@ManagementApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Secrets")
class SecretResource {
  private final TokenSets tokens;
  private final ManagementCall call;

  SecretResource(TokenSets tokens, ManagementCall call) {
    this.tokens = tokens;
    this.call = call;
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteSecret", summary = "Forget a provider's tokens for a person")
  public void delete(@PathParam("id") String id) {
    tokens.delete(call.tenant(), Actor.of(call), id);
  }
}
