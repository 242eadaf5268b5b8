package io.gatehouse.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People's accounts elsewhere, over HTTP. */
@Path("/api/users/{id}")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserIdentityResource {
  private final UserIdentities identities;
  private final ManagementCall call;

  UserIdentityResource(UserIdentities identities, ManagementCall call) {
    this.identities = identities;
    this.call = call;
  }

  /** One identity. */
  record One(User.Identity identity) {}

  /** One of several. */
  record OfTarget(String target, User.Identity identity) {}

  /** Everything that a person is linked to. */
  record All(List<OfTarget> socialIdentities, List<OfEnterprise> ssoIdentities) {}

  /** One identity at an enterprise's provider. */
  record Enterprise(JsonNode ssoIdentity) {}

  /** One of several. */
  record OfEnterprise(String ssoConnectorId, JsonNode ssoIdentity) {}

  @PUT
  @Path("/identities/{target}")
  @APIResponse(responseCode = "201", description = "The person had no such identity before.")
  @Operation(operationId = "ReplaceUserIdentity", summary = "Link a person to a social identity")
  public Response put(
      @PathParam("id") String id, @PathParam("target") String target, UserInputs.Identity input) {
    boolean fresh =
        identities.put(
            call.tenant(),
            Actor.of(call),
            id,
            target,
            new User.Identity(input.userId(), input.details()));
    return Response.status(fresh ? 201 : 200).entity(identities.all(call.tenant(), id)).build();
  }

  @GET
  @Path("/identities/{target}")
  @Operation(operationId = "GetUserIdentity", summary = "Read a person's social identity")
  public One get(@PathParam("id") String id, @PathParam("target") String target) {
    return new One(identities.get(call.tenant(), id, target));
  }

  @DELETE
  @Path("/identities/{target}")
  @Operation(operationId = "DeleteUserIdentity", summary = "Unlink a person's social identity")
  public UserView delete(@PathParam("id") String id, @PathParam("target") String target) {
    return UserView.of(identities.delete(call.tenant(), Actor.of(call), id, target));
  }

  @GET
  @Path("/all-identities")
  @Operation(operationId = "ListUserAllIdentities", summary = "List all identities of a person")
  public All all(@PathParam("id") String id) {
    return new All(
        identities.all(call.tenant(), id).entrySet().stream()
            .map(entry -> new OfTarget(entry.getKey(), entry.getValue()))
            .toList(),
        identities.enterprise(call.tenant(), id).stream()
            .map(identity -> new OfEnterprise(identity.path("ssoConnectorId").asText(), identity))
            .toList());
  }

  @GET
  @Path("/sso-identities/{ssoConnectorId}")
  @Operation(
      operationId = "GetUserSsoIdentity",
      summary = "Read a person's identity at an enterprise's provider")
  public Enterprise enterprise(
      @PathParam("id") String id, @PathParam("ssoConnectorId") String connector) {
    return new Enterprise(identities.enterprise(call.tenant(), id, connector));
  }
}
