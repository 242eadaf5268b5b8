package io.gatehouse.account.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountApi;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Gate;
import io.gatehouse.account.gate.Part;
import io.gatehouse.user.administration.UserProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own account, over HTTP. */
@Path("/api/my-account")
@AccountApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
class MyAccountResource {
  private final OwnAccount account;
  private final AccountCall call;

  MyAccountResource(OwnAccount account, AccountCall call) {
    this.account = account;
    this.call = call;
  }

  @GET
  @Operation(operationId = "GetProfile", summary = "Read one's own account")
  public AccountView get() {
    return AccountView.of(call, call.gate().person());
  }

  @PATCH
  @Operation(
      operationId = "UpdateProfile",
      summary = "Change one's own name, picture, username or custom data")
  public AccountView change(AccountInputs.Patch patch) {
    Gate gate =
        call.gate()
            .edits(Part.NAME, patch.name().isSet())
            .edits(Part.AVATAR, patch.avatar().isSet())
            .edits(Part.USERNAME, patch.username().isSet())
            .edits(Part.CUSTOM_DATA, patch.customData() != null)
            .scope400(AccountScopes.PROFILE);
    if (patch.customData() != null) {
      gate.scope400(AccountScopes.CUSTOM_DATA);
    }
    gate.firstParty();
    if (patch.username().isSet()) {
      gate.proved();
    }
    return AccountView.of(call, account.change(call, patch));
  }

  @PATCH
  @Path("/profile")
  @Operation(operationId = "UpdateOtherProfile", summary = "Set members of one's own profile")
  public ObjectNode mergeProfile(UserProfile members) {
    Gate gate = call.gate().edits(Part.PROFILE).scope400(AccountScopes.PROFILE);
    if (members.address() != null) {
      gate.scope400(AccountScopes.ADDRESS);
    }
    gate.firstParty();
    return AccountView.profile(call, account.mergeProfile(call, members));
  }

  @POST
  @Path("/password")
  @Operation(operationId = "UpdatePassword", summary = "Choose another password")
  public void setPassword(AccountInputs.Password input) {
    call.gate().firstParty().provedWherePossible().edits(Part.PASSWORD);
    account.setPassword(call, input.password());
  }
}
