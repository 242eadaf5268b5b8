package io.gatehouse.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The description of all APIs in one document. */
@Path("/api/swagger.json")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class SwaggerResource {
  private final OpenApiDocuments documents;

  SwaggerResource(OpenApiDocuments documents) {
    this.documents = documents;
  }

  @GET
  @Operation(hidden = true)
  public JsonNode everything() {
    return documents.everything();
  }
}
