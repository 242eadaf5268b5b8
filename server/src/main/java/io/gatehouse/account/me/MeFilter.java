package io.gatehouse.account.me;

import io.gatehouse.management.AuthError;
import io.gatehouse.management.Caller;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets people of the admin tenant through to their own account; elsewhere there is no such path.
 */
@Provider
@MeApi
@Priority(Priorities.AUTHENTICATION)
class MeFilter implements ContainerRequestFilter {
  private final ManagementCall call;

  MeFilter(ManagementCall call) {
    this.call = call;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!call.tenant().equals(TenantId.ADMIN)) {
      throw new NotFoundException();
    }
    call.authenticate(Tenant.meApi());
    if (call.caller().kind() != Caller.Kind.USER) {
      throw AuthError.FORBIDDEN.exception();
    }
  }
}
