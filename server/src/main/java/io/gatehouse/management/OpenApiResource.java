package io.gatehouse.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The APIs' OpenAPI descriptions, for everybody. */
@Path("/api/.well-known")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Well known")
class OpenApiResource {
  private final OpenApiDocuments documents;

  private final ManagementCall call;

  OpenApiResource(OpenApiDocuments documents, ManagementCall call) {
    this.documents = documents;
    this.call = call;
  }

  @GET
  @Path("/management.openapi.json")
  @Operation(
      operationId = "GetManagementOpenApi",
      summary = "Read the description of the Management API")
  public JsonNode management() {
    return served(documents.management());
  }

  @GET
  @Path("/experience.openapi.json")
  @Operation(
      operationId = "GetExperienceOpenApi",
      summary = "Read the description of the Experience API")
  public JsonNode experience() {
    return served(documents.experience());
  }

  @GET
  @Path("/user.openapi.json")
  @Operation(operationId = "GetUserOpenApi", summary = "Read the description of the Account API")
  public JsonNode user() {
    return served(documents.user());
  }

  /** With the address that the reader came to. */
  private ObjectNode served(ObjectNode document) {
    document.putArray("servers").addObject().put("url", call.currentTenant().endpoint().toString());
    return document;
  }
}
