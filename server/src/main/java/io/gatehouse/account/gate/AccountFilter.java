package io.gatehouse.account.gate;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets only people who are signed in through to an {@link AccountApi} resource. */
@Provider
@AccountApi
@Priority(Priorities.AUTHENTICATION)
class AccountFilter implements ContainerRequestFilter {
  private final AccountCall call;

  AccountFilter(AccountCall call) {
    this.call = call;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    call.authenticate();
  }
}
