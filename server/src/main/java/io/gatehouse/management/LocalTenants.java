package io.gatehouse.management;

import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.quarkus.arc.DefaultBean;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** The two tenants at their usual ports on this machine. */
@Singleton
@DefaultBean
class LocalTenants implements TenantDirectory {
  private static final Tenant CORE =
      new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001"));
  private static final Tenant ADMIN =
      new Tenant(TenantId.ADMIN, URI.create("http://localhost:3002"));

  @Override
  public Tenant resolve(RoutingContext context) {
    return context.request().localAddress().port() == 3002 ? ADMIN : CORE;
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return id.equals(TenantId.ADMIN)
        ? Optional.of(ADMIN)
        : id.equals(TenantId.DEFAULT) ? Optional.of(CORE) : Optional.empty();
  }
}
