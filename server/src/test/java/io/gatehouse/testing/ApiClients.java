package io.gatehouse.testing;

import io.gatehouse.platform.http.listener.Listeners;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Clients of the server under test. */
@Singleton
public class ApiClients {
  private static final Tenant CORE =
      new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001"));
  private static final Tenant ADMIN =
      new Tenant(TenantId.ADMIN, URI.create("http://localhost:3002"));
  private final AdminTokens tokens;
  private final Listeners listeners;

  ApiClients(AdminTokens tokens, Listeners listeners) {
    this.tokens = tokens;
    this.listeners = listeners;
  }

  /** An administrator at the administrators' listener, for their own account. */
  public ApiClient me(String userId) {
    Map<String, Object> claims = tokens.claims(ADMIN);
    claims.put("aud", Tenant.meApi());
    claims.put("sub", userId);
    claims.put("client_id", "admin-console");
    return atAdmin(tokens.token(TenantId.ADMIN, claims));
  }

  /** Sends this token to the administrators' listener. */
  public ApiClient atAdmin(@Nullable String token) {
    return new ApiClient(URI.create("http://localhost:" + listeners.adminPort()), token);
  }

  /** May do everything at the Management API of the tenant default. */
  public ApiClient management() {
    return new ApiClient(base(), tokens.forManagement(CORE));
  }

  /** Sends no token. */
  public ApiClient anonymous() {
    return new ApiClient(base(), null);
  }

  /** Sends this one. */
  public ApiClient with(String token) {
    return new ApiClient(base(), token);
  }

  private static URI base() {
    return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
  }
}
