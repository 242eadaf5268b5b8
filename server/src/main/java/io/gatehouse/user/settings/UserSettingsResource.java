package io.gatehouse.user.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people have decided about signing in, over HTTP. */
@Path("/api/users/{id}/logto-configs")
@ManagementApi
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UserSettingsResource {
  private final Preferences preferences;
  private final Users users;
  private final HookEvents events;
  private final Db db;
  private final ManagementCall call;

  UserSettingsResource(
      Preferences preferences, Users users, HookEvents events, Db db, ManagementCall call) {
    this.preferences = preferences;
    this.users = users;
    this.events = events;
    this.db = db;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "ListUserLogtoConfigs",
      summary = "Read what a person has decided about signing in")
  public UserSettings get(@PathParam("id") String id) {
    return preferences.of(call.tenant(), id);
  }

  @PATCH
  @Operation(
      operationId = "UpdateUserLogtoConfigs",
      summary = "Change what a person has decided about signing in")
  public UserSettings change(@PathParam("id") String id, UserSettingsInput input) {
    TenantId tenant = call.tenant();
    return db.transaction(
        tenant,
        () -> {
          UserSettings after = preferences.change(tenant, Actor.of(call), id, input);
          if (events.wanted(tenant, HookEvent.USER_DATA_UPDATED)) {
            events.tell(HookEvent.USER_DATA_UPDATED, id, Map.of("data", person(tenant, id)));
          }
          return after;
        });
  }

  private ObjectNode person(TenantId tenant, String id) {
    return Users.members(users.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception));
  }
}
