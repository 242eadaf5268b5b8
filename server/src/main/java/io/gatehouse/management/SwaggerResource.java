package io.gatehouse.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of all APIs in one document. */
@Path("/api/swagger.json")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Swagger.json")
class SwaggerResource {
  private final OpenApiDocuments documents;

  SwaggerResource(OpenApiDocuments documents) {
    this.documents = documents;
  }

  @GET
  @Operation(operationId = "GetSwaggerJson", summary = "Read the description of all APIs")
  public JsonNode everything() {
    return documents.everything();
  }
}
