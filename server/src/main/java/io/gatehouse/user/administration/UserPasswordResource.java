package io.gatehouse.user.administration;

import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.user.UserView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People's passwords, over HTTP. */
@Path("/api/users/{id}")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserPasswordResource {
  private final UserAdministration users;
  private final ManagementCall call;

  UserPasswordResource(UserAdministration users, ManagementCall call) {
    this.users = users;
    this.call = call;
  }

  /** Whether there is a password. */
  record HasPassword(boolean hasPassword) {}

  @PATCH
  @Path("/password")
  @Operation(operationId = "UpdateUserPassword", summary = "Set a person's password")
  public UserView set(@PathParam("id") String id, UserInputs.Password input) {
    return UserView.of(users.setPassword(call.tenant(), Actor.of(call), id, input.password()));
  }

  @POST
  @Path("/password/verify")
  @Operation(operationId = "VerifyUserPassword", summary = "Check a person's password")
  public void verify(@PathParam("id") String id, UserInputs.Password input) {
    users.verifyPassword(call.tenant(), id, input.password());
  }

  @PATCH
  @Path("/password/expiration")
  @Operation(
      operationId = "UpdateUserPasswordExpiration",
      summary = "Let a person's password expire, or last")
  public UserView expire(@PathParam("id") String id, UserInputs.Expiration input) {
    return UserView.of(
        users.setPasswordExpired(call.tenant(), Actor.of(call), id, input.isExpired()));
  }

  @GET
  @Path("/has-password")
  @Operation(operationId = "GetUserHasPassword", summary = "Tell whether a person has a password")
  public HasPassword has(@PathParam("id") String id) {
    return new HasPassword(users.get(call.tenant(), id).user().hasPassword());
  }
}
