package io.gatehouse.tenant;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Whose request it is: decided by the listener that it came in at. Nothing else asks for ports or
 * hosts.
 */
public final class TenantResolver {
  private final Tenant core;
  private final Tenant admin;
  private final AdminListener adminListener;

  public TenantResolver(Tenant core, Tenant admin, AdminListener adminListener) {
    this.core = core;
    this.admin = admin;
    this.adminListener = adminListener;
  }

  /** Tells whether a request came in at the administrators' listener. */
  @FunctionalInterface
  public interface AdminListener {
    boolean received(HttpServerRequest request);
  }

  public Tenant resolve(HttpServerRequest request) {
    return adminListener.received(request) ? admin : core;
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
