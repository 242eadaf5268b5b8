package io.gatehouse.account.me;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.user.UserView;
import io.gatehouse.user.administration.OwnPatch;
import io.gatehouse.user.administration.UserAdministration;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An administrator's own account, over HTTP. */
@Path("/me")
@MeApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class MeResource {
  private final UserAdministration users;
  private final ManagementCall call;

  MeResource(UserAdministration users, ManagementCall call) {
    this.users = users;
    this.call = call;
  }

  @GET
  @Operation(operationId = "GetMe", summary = "Read one's own account")
  public UserView get() {
    return UserView.of(users.get(call.tenant(), call.caller().id()).user());
  }

  @PATCH
  @Operation(operationId = "UpdateMe", summary = "Change one's own username, name or picture")
  public UserView change(OwnPatch patch) {
    return UserView.of(
        users.change(call.tenant(), Actor.of(call), call.caller().id(), patch.patch()));
  }

  @GET
  @Path("/custom-data")
  @Operation(operationId = "GetMyCustomData", summary = "Read one's own custom data")
  public ObjectNode customData() {
    return users.get(call.tenant(), call.caller().id()).user().customData();
  }

  @PATCH
  @Path("/custom-data")
  @Operation(operationId = "UpdateMyCustomData", summary = "Set members of one's own custom data")
  public ObjectNode mergeCustomData(ObjectNode members) {
    return users
        .mergeCustomData(call.tenant(), Actor.of(call), call.caller().id(), members)
        .customData();
  }
}
