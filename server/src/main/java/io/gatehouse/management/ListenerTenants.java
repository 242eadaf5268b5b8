package io.gatehouse.management;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.http.Listener;
import io.gatehouse.platform.http.Listeners;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** One tenant a listener: {@code default} at the core's, {@code admin} at the administrators'. */
@Singleton
class ListenerTenants implements TenantDirectory {
  private final Tenant core;
  private final Tenant admin;
  private final Listeners listeners;

  ListenerTenants(Settings settings, Listeners listeners) {
    this.core = new Tenant(TenantId.DEFAULT, settings.endpoint());
    this.admin = new Tenant(TenantId.ADMIN, settings.adminEndpoint());
    this.listeners = listeners;
  }

  @Override
  public Tenant resolve(RoutingContext context) {
    return listeners.of(context.request()) == Listener.ADMIN ? admin : core;
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return id.equals(TenantId.ADMIN)
        ? Optional.of(admin)
        : id.equals(TenantId.DEFAULT) ? Optional.of(core) : Optional.empty();
  }
}
