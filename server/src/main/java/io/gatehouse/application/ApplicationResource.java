package io.gatehouse.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications, over HTTP. */
@Path("/api/applications")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ApplicationResource {
  private static final Map<String, String> SEARCHABLE =
      Map.of("id", "id", "name", "name", "description", "description");

  private final Applications applications;
  private final ManagementCall call;

  ApplicationResource(Applications applications, ManagementCall call) {
    this.applications = applications;
    this.call = call;
  }

  @GET
  @Paged(searchable = true)
  @Parameter(
      name = "types",
      in = ParameterIn.QUERY,
      description = "Only these types; may be given several times.",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Parameter(
      name = "isThirdParty",
      in = ParameterIn.QUERY,
      description = "Only those of third parties, or only our own.",
      schema = @Schema(enumeration = {"true", "false"}))
  @Parameter(
      name = "excludeRoleId",
      in = ParameterIn.QUERY,
      description = "Not those that have this role.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "excludeOrganizationId",
      in = ParameterIn.QUERY,
      description = "Not those that belong to this organization.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "ListApplications", summary = "List the applications")
  public List<ApplicationView> list() {
    Page page = call.optionalPage();
    ApplicationFilter filter = filter(call.query());
    return call.answer(
        page,
        applications
            .list(call.tenant(), filter, page)
            .map(application -> ApplicationView.of(call.tenant(), application)));
  }

  @POST
  @Operation(operationId = "CreateApplication", summary = "Register an application")
  public ApplicationView create(ApplicationInput input) {
    return ApplicationView.of(
        call.tenant(), applications.create(call.tenant(), Actor.of(call), input));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetApplication", summary = "Read an application")
  public ApplicationView get(@PathParam("id") String id) {
    return ApplicationView.of(
        call.tenant(),
        applications.get(call.tenant(), id),
        applications.isAdmin(call.tenant(), id));
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateApplication", summary = "Change an application")
  public ApplicationView change(@PathParam("id") String id, ApplicationPatch patch) {
    return ApplicationView.of(
        call.tenant(), applications.patch(call.tenant(), Actor.of(call), id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteApplication", summary = "Delete an application")
  public void delete(@PathParam("id") String id) {
    applications.delete(call.tenant(), Actor.of(call), id);
  }

  @PATCH
  @Path("/{id}/custom-data")
  @Operation(
      operationId = "UpdateApplicationCustomData",
      summary = "Set members of an application's custom data")
  public JsonNode mergeCustomData(@PathParam("id") String id, ObjectNode members) {
    return applications.mergeCustomData(call.tenant(), Actor.of(call), id, members);
  }

  private static ApplicationFilter filter(Query query) {
    Issues issues = new Issues();
    List<ApplicationType> types = new ArrayList<>();
    for (String type : query.all("types")) {
      Optional.ofNullable(
              Guard.read(TextNode.valueOf(type), ApplicationType.class, issues.at("types")))
          .ifPresent(types::add);
    }
    Optional<String> thirdParty = query.text("isThirdParty");
    if (thirdParty.isPresent() && !List.of("true", "false").contains(thirdParty.get())) {
      issues.at("isThirdParty").notOneOf(thirdParty.get(), List.of("true", "false"));
    }
    issues.throwIfAny("query");
    Optional<String> role = query.text("excludeRoleId").filter(id -> !id.isEmpty());
    Optional<String> organization = query.text("excludeOrganizationId").filter(id -> !id.isEmpty());
    if (role.isPresent() && organization.isPresent()) {
      throw RequestError.invalidInput(
          "excludeRoleId and excludeOrganizationId cannot be used together");
    }
    return new ApplicationFilter(
        Search.of(query, SEARCHABLE), types, thirdParty.map(Boolean::valueOf), role, organization);
  }
}
