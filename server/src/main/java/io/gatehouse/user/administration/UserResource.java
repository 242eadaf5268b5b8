package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.Paged;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.UserView;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People, over HTTP. */
@Path("/api/users")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserResource {
  private final UserAdministration users;
  private final UserIdentities identities;
  private final ManagementCall call;

  UserResource(UserAdministration users, UserIdentities identities, ManagementCall call) {
    this.identities = identities;
    this.users = users;
    this.call = call;
  }

  @GET
  @Paged(searchable = true)
  @Parameter(
      name = "excludeRoleId",
      in = ParameterIn.QUERY,
      description = "Without those who have this role.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "excludeOrganizationId",
      in = ParameterIn.QUERY,
      description = "Without the members of this organization.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "roleId",
      in = ParameterIn.QUERY,
      description = "Only those who have this role.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "isSuspended",
      in = ParameterIn.QUERY,
      description = "Only those who are shut out, or only the others.",
      schema = @Schema(implementation = Boolean.class))
  @Parameter(
      name = "createdFrom",
      in = ParameterIn.QUERY,
      description = "Registered from then on, in milliseconds since 1970 or as ISO 8601.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "createdUntil",
      in = ParameterIn.QUERY,
      description = "Registered until then.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "lastSignInFrom",
      in = ParameterIn.QUERY,
      description = "Signed in last from then on.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "lastSignInUntil",
      in = ParameterIn.QUERY,
      description = "Signed in last until then.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "includePasswordHash",
      in = ParameterIn.QUERY,
      description = "Whether to tell the digest of the password.",
      schema = @Schema(implementation = String.class))
  @Operation(
      operationId = "ListUsers",
      summary = "List the people, newest first",
      description =
          "Where only suspension or times are asked for, people are counted to 2,000; then"
              + " Total-Number is 2001 and Total-Number-Is-Capped says true.")
  public List<UserView> list() {
    Page page = call.page();
    Query query = call.query();
    UserFilter filter = UserFilterReader.read(query);
    boolean withPassword = query.truthy("includePasswordHash");
    Slice<UserView> found =
        users.list(call.tenant(), filter, page).map(one -> UserView.of(one, null, withPassword));
    return filter.isCapped()
        ? call.answerCapped(page, found, UserFilter.COUNTED)
        : call.answer(page, found);
  }

  @POST
  @Operation(operationId = "CreateUser", summary = "Add a person")
  public UserView create(UserInput input) {
    return UserView.of(users.create(call.tenant(), Actor.of(call), input));
  }

  @GET
  @Path("/{id}")
  @Parameter(
      name = "includeSsoIdentities",
      in = ParameterIn.QUERY,
      description = "Whether to tell the identities at enterprises' providers.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "includePasswordHash",
      in = ParameterIn.QUERY,
      description = "Whether to tell the password's hash and its method.",
      schema = @Schema(implementation = String.class))
  @Operation(operationId = "GetUser", summary = "Read a person")
  public UserView get(@PathParam("id") String id) {
    Query query = call.query();
    SignInUser user = users.get(call.tenant(), id);
    return UserView.of(
        user,
        query.truthy("includeSsoIdentities") ? identities.enterprise(call.tenant(), id) : null,
        query.truthy("includePasswordHash"));
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "UpdateUser", summary = "Change a person")
  public UserView change(@PathParam("id") String id, UserPatch patch) {
    return UserView.of(users.change(call.tenant(), Actor.of(call), id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "DeleteUser",
      summary = "Delete a person with all their sessions and tokens")
  public void delete(@PathParam("id") String id) {
    users.delete(call.tenant(), Actor.of(call), id);
  }

  @GET
  @Path("/{id}/custom-data")
  @Operation(operationId = "ListUserCustomData", summary = "Read a person's custom data")
  public ObjectNode customData(@PathParam("id") String id) {
    return users.get(call.tenant(), id).user().customData();
  }

  @PATCH
  @Path("/{id}/custom-data")
  @Operation(
      operationId = "UpdateUserCustomData",
      summary = "Set members of a person's custom data")
  public ObjectNode mergeCustomData(@PathParam("id") String id, UserInputs.CustomData input) {
    return users
        .mergeCustomData(call.tenant(), Actor.of(call), id, input.customData())
        .customData();
  }

  @PATCH
  @Path("/{id}/profile")
  @Operation(operationId = "UpdateUserProfile", summary = "Set members of a person's profile")
  public ObjectNode mergeProfile(@PathParam("id") String id, UserInputs.Profile input) {
    return users.mergeProfile(call.tenant(), Actor.of(call), id, input.profile().json()).profile();
  }

  @PATCH
  @Path("/{id}/is-suspended")
  @Operation(
      operationId = "UpdateUserIsSuspended",
      summary = "Shut a person out, or let them in again")
  public UserView setSuspended(@PathParam("id") String id, UserInputs.Suspension input) {
    return UserView.of(users.setSuspended(call.tenant(), Actor.of(call), id, input.isSuspended()));
  }
}
