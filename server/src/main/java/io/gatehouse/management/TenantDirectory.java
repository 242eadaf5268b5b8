package io.gatehouse.management;

import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Which tenants there are, and whose a request is. */
public interface TenantDirectory {

  /** The tenant that a request is for. */
  Tenant resolve(RoutingContext context);

  Optional<Tenant> find(TenantId id);
}
