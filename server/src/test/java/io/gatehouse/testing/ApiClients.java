package io.gatehouse.testing;

import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Clients of the server under test. */
@Singleton
public class ApiClients {
  private static final Tenant CORE =
      new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001"));
  private final AdminTokens tokens;

  ApiClients(AdminTokens tokens) {
    this.tokens = tokens;
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
