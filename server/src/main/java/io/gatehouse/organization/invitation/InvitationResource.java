package io.gatehouse.organization.invitation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Guard;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** Invitations, over HTTP. */
@Path("/api/organization-invitations")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organization invitations")
class InvitationResource {
  private final Invitations invitations;
  private final ManagementCall call;

  InvitationResource(Invitations invitations, ManagementCall call) {
    this.invitations = invitations;
    this.call = call;
  }

  @GET
  @Parameter(
      name = "organizationId",
      in = ParameterIn.QUERY,
      description = "Only those to this organization.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "inviterId",
      in = ParameterIn.QUERY,
      description = "Only those from this person.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "invitee",
      in = ParameterIn.QUERY,
      description = "Only those to this address, in upper or lower case.",
      schema = @Schema(implementation = String.class))
  @Operation(
      operationId = "ListOrganizationInvitations",
      summary = "List the invitations, newest first")
  public List<Invitation> list() {
    return invitations.list(
        call.tenant(),
        new InvitationStore.Filter(given("organizationId"), given("inviterId"), given("invitee")));
  }

  @POST
  @ResponseStatus(201)
  @APIResponse(responseCode = "429", description = "The address has got too many messages lately.")
  @APIResponse(responseCode = "501", description = "There is no connector to send with.")
  @Operation(
      operationId = "CreateOrganizationInvitation",
      summary = "Invite somebody to an organization")
  public Invitation create(InvitationInput input) {
    return invitations.create(call.tenant(), Actor.of(call), input);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "GetOrganizationInvitation", summary = "Read an invitation")
  public Invitation get(@PathParam("id") InvitationId id) {
    return invitations.get(call.tenant(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "DeleteOrganizationInvitation", summary = "Delete an invitation")
  public void delete(@PathParam("id") InvitationId id) {
    invitations.delete(call.tenant(), Actor.of(call), id);
  }

  @POST
  @Path("/{id}/message")
  @APIResponse(responseCode = "429", description = "The address has got too many messages lately.")
  @APIResponse(responseCode = "501", description = "There is no connector to send with.")
  @Operation(
      operationId = "CreateOrganizationInvitationMessage",
      summary = "Send an invitation's e-mail again")
  public void sendAgain(@PathParam("id") InvitationId id, ObjectNode payload) {
    invitations.sendAgain(
        call.tenant(), Actor.of(call), id, Guard.body(payload, MessagePayload.class));
  }

  @PUT
  @Path("/{id}/status")
  @Operation(
      operationId = "ReplaceOrganizationInvitationStatus",
      summary = "Accept or revoke an invitation")
  public Invitation decide(@PathParam("id") InvitationId id, InvitationInput.Answer answer) {
    return invitations.decide(call.tenant(), Actor.of(call), id, answer);
  }

  private Optional<String> given(String parameter) {
    return call.query().text(parameter).filter(text -> !text.isEmpty());
  }
}
