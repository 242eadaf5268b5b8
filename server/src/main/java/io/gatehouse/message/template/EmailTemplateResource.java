package io.gatehouse.message.template;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.message.template.EmailTemplateStore.Filter;
import io.gatehouse.platform.input.Issues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** E-mail templates, over HTTP. */
@Path("/api/email-templates")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Email templates")
class EmailTemplateResource {
  private final EmailTemplates templates;
  private final ManagementCall call;

  EmailTemplateResource(EmailTemplates templates, ManagementCall call) {
    this.templates = templates;
    this.call = call;
  }

  /** How many templates were deleted. */
  record Deleted(int rowCount) {}

  @PUT
  @Operation(
      operationId = "ReplaceEmailTemplates",
      summary = "Write templates, each in the place of that of its language and type")
  public List<EmailTemplate> put(EmailTemplateInput.Several input) {
    return templates.put(call.tenant(), Actor.of(call), input.templates());
  }

  @GET
  @Parameter(
      name = "languageTag",
      in = ParameterIn.QUERY,
      description = "Only those in this language.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "templateType",
      in = ParameterIn.QUERY,
      description = "Only those for this occasion.",
      schema = @Schema(implementation = EmailTemplate.Type.class))
  @Operation(
      operationId = "ListEmailTemplates",
      summary = "List the templates",
      description = "Filters: languageTag, templateType.")
  public List<EmailTemplate> list() {
    return templates.list(call.tenant(), filter());
  }

  @DELETE
  @Parameter(
      name = "languageTag",
      in = ParameterIn.QUERY,
      description = "Only those in this language.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "templateType",
      in = ParameterIn.QUERY,
      description = "Only those for this occasion.",
      schema = @Schema(implementation = EmailTemplate.Type.class))
  @APIResponse(responseCode = "422", description = "Neither a language nor a type is named.")
  @Operation(
      operationId = "DeleteEmailTemplates",
      summary = "Delete the templates of a language or of a type")
  public Deleted deleteAll() {
    return new Deleted(templates.delete(call.tenant(), Actor.of(call), filter()));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetEmailTemplate", summary = "Read a template")
  public EmailTemplate get(@PathParam("id") String id) {
    return templates.get(call.tenant(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteEmailTemplate", summary = "Delete a template")
  public void delete(@PathParam("id") String id) {
    templates.delete(call.tenant(), Actor.of(call), id);
  }

  @PATCH
  @Path("/{id}/details")
  @Operation(operationId = "UpdateEmailTemplateDetails", summary = "Change the wording")
  public EmailTemplate change(@PathParam("id") String id, EmailTemplateInput.Patch patch) {
    return templates.change(call.tenant(), Actor.of(call), id, patch);
  }

  private Filter filter() {
    Optional<String> language = call.query().text("languageTag");
    if (language.isPresent() && language.get().isEmpty()) {
      Issues issues = new Issues();
      issues.at("languageTag").custom("Must not be empty.");
      issues.throwIfAny("query");
    }
    return new Filter(language, call.query().as("templateType", EmailTemplate.Type.class));
  }
}
