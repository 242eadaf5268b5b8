package io.gatehouse.management;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets only administrators through to a {@link ManagementApi} resource. A path without a resource
 * never comes here.
 */
@Provider
@ManagementApi
@Priority(Priorities.AUTHENTICATION)
class AuthenticationFilter implements ContainerRequestFilter {
  private final ManagementCall call;

  AuthenticationFilter(ManagementCall call) {
    this.call = call;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    call.authenticate();
  }
}
