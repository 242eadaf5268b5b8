package io.gatehouse.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The APIs' OpenAPI descriptions, for everybody. */
@Path("/api/.well-known")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class OpenApiResource {
  private final OpenApiDocuments documents;

  OpenApiResource(OpenApiDocuments documents) {
    this.documents = documents;
  }

  @GET
  @Path("/management.openapi.json")
  @Operation(hidden = true)
  public JsonNode management() {
    return documents.management();
  }

  @GET
  @Path("/experience.openapi.json")
  @Operation(hidden = true)
  public JsonNode experience() {
    return documents.experience();
  }

  @GET
  @Path("/user.openapi.json")
  @Operation(hidden = true)
  public JsonNode user() {
    return documents.user();
  }
}
