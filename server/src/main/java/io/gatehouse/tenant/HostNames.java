package io.gatehouse.tenant;

import java.util.Optional;

/** Knows the host names that tenants have of their own. Asked by every request: it never waits. */
@FunctionalInterface
public interface HostNames {

  /** Whom the name serves, with the endpoint that goes with it. */
  Optional<Tenant> tenant(String host);
}
