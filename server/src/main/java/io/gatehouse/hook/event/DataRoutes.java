package io.gatehouse.hook.event;

import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_CREATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_DATA_UPDATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_DELETED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_MEMBERSHIP_UPDATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_ROLE_CREATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_ROLE_DATA_UPDATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_ROLE_DELETED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_ROLE_SCOPES_UPDATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_SCOPE_CREATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_SCOPE_DATA_UPDATED;
import static io.gatehouse.hook.event.HookEvent.ORGANIZATION_SCOPE_DELETED;
import static io.gatehouse.hook.event.HookEvent.ROLE_CREATED;
import static io.gatehouse.hook.event.HookEvent.ROLE_DATA_UPDATED;
import static io.gatehouse.hook.event.HookEvent.ROLE_DELETED;
import static io.gatehouse.hook.event.HookEvent.ROLE_SCOPES_UPDATED;
import static io.gatehouse.hook.event.HookEvent.SCOPE_CREATED;
import static io.gatehouse.hook.event.HookEvent.SCOPE_DATA_UPDATED;
import static io.gatehouse.hook.event.HookEvent.SCOPE_DELETED;
import static io.gatehouse.hook.event.HookEvent.USER_CREATED;
import static io.gatehouse.hook.event.HookEvent.USER_DATA_UPDATED;
import static io.gatehouse.hook.event.HookEvent.USER_DELETED;
import static io.gatehouse.hook.event.HookEvent.USER_SUSPENSION_STATUS_UPDATED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which calls of the Management API are events: the whole table. */
final class DataRoutes {
  static final List<DataRoute> ALL =
      List.of(
          DataRoute.of("POST /users", USER_CREATED),
          DataRoute.of("PATCH /users/:userId", USER_DATA_UPDATED),
          DataRoute.of("DELETE /users/:userId", USER_DELETED),
          DataRoute.of("PATCH /users/:userId/custom-data", USER_DATA_UPDATED),
          DataRoute.of("PATCH /users/:userId/profile", USER_DATA_UPDATED),
          DataRoute.of("PATCH /users/:userId/password", USER_DATA_UPDATED),
          DataRoute.of("PATCH /users/:userId/logto-configs", USER_DATA_UPDATED).withoutCall(),
          DataRoute.of("PATCH /users/:userId/is-suspended", USER_SUSPENSION_STATUS_UPDATED),
          DataRoute.of("POST /roles", ROLE_CREATED).also(ROLE_SCOPES_UPDATED),
          DataRoute.of("PATCH /roles/:id", ROLE_DATA_UPDATED),
          DataRoute.of("DELETE /roles/:id", ROLE_DELETED),
          DataRoute.of("POST /roles/:id/scopes", ROLE_SCOPES_UPDATED),
          DataRoute.of("DELETE /roles/:id/scopes/:scopeId", ROLE_SCOPES_UPDATED),
          DataRoute.of("POST /resources/:resourceId/scopes", SCOPE_CREATED),
          DataRoute.of("PATCH /resources/:resourceId/scopes/:scopeId", SCOPE_DATA_UPDATED),
          DataRoute.of("DELETE /resources/:resourceId/scopes/:scopeId", SCOPE_DELETED),
          DataRoute.of("POST /organizations", ORGANIZATION_CREATED),
          DataRoute.of("PATCH /organizations/:id", ORGANIZATION_DATA_UPDATED),
          DataRoute.of("DELETE /organizations/:id", ORGANIZATION_DELETED),
          membership("POST /organizations/:id/users"),
          membership("PUT /organizations/:id/users"),
          membership("DELETE /organizations/:id/users/:userId"),
          membership("POST /organizations/:id/applications"),
          membership("PUT /organizations/:id/applications"),
          membership("DELETE /organizations/:id/applications/:applicationId"),
          DataRoute.of("PUT /organization-invitations/:id/status", null)
              .also(ORGANIZATION_MEMBERSHIP_UPDATED),
          DataRoute.of("POST /organization-roles", ORGANIZATION_ROLE_CREATED)
              .also(ORGANIZATION_ROLE_SCOPES_UPDATED),
          DataRoute.of("PATCH /organization-roles/:id", ORGANIZATION_ROLE_DATA_UPDATED),
          DataRoute.of("DELETE /organization-roles/:id", ORGANIZATION_ROLE_DELETED),
          DataRoute.of("POST /organization-roles/:id/scopes", ORGANIZATION_ROLE_SCOPES_UPDATED)
              .withoutData(),
          DataRoute.of("PUT /organization-roles/:id/scopes", ORGANIZATION_ROLE_SCOPES_UPDATED),
          DataRoute.of(
              "DELETE /organization-roles/:id/scopes/:organizationScopeId",
              ORGANIZATION_ROLE_SCOPES_UPDATED),
          DataRoute.of("POST /organization-scopes", ORGANIZATION_SCOPE_CREATED),
          DataRoute.of("PATCH /organization-scopes/:id", ORGANIZATION_SCOPE_DATA_UPDATED),
          DataRoute.of("DELETE /organization-scopes/:id", ORGANIZATION_SCOPE_DELETED));

  private static final Map<String, DataRoute> BY_KEY =
      ALL.stream().collect(Collectors.toMap(DataRoute::key, Function.identity()));

  private DataRoutes() {}

  /** The event of a call; {@code pattern} without {@code /api}. */
  static Optional<DataRoute> find(String method, String pattern) {
    return Optional.ofNullable(BY_KEY.get(DataRoute.key(method, pattern)));
  }

  private static DataRoute membership(String call) {
    return DataRoute.of(call, ORGANIZATION_MEMBERSHIP_UPDATED)
        .naming("organizationId")
        .withoutData();
  }
}
