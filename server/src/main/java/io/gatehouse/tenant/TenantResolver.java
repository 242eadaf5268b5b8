package io.gatehouse.tenant;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Optional;

/**
 * Whose request it is: decided by the listener that it came in at, and at the core's by the names
 * that tenants have of their own. Nothing else asks for ports or hosts.
 */
public final class TenantResolver {
  private final Tenant core;
  private final Tenant admin;
  private final AdminListener adminListener;
  private final HostNames names;

  public TenantResolver(Tenant core, Tenant admin, AdminListener adminListener, HostNames names) {
    this.core = core;
    this.admin = admin;
    this.adminListener = adminListener;
    this.names = names;
  }

  /** Tells whether a request came in at the administrators' listener. */
  @FunctionalInterface
  public interface AdminListener {
    boolean received(HttpServerRequest request);
  }

  public Tenant resolve(HttpServerRequest request) {
    if (adminListener.received(request)) {
      return admin;
    }
    HostAndPort authority = request.authority();
    return authority == null ? core : names.tenant(authority.host()).orElse(core);
  }

  public Optional<Tenant> find(TenantId id) {
    return id.equals(core.id())
        ? Optional.of(core)
        : id.equals(admin.id()) ? Optional.of(admin) : Optional.empty();
  }

  /** The tenant whose applications and users manage the others. */
  public Tenant admin() {
    return admin;
  }
}
