package io.gatehouse.tenant;

import java.net.URI;

/**
 * A tenant and the origin that it is served at.
 *
 * @param endpoint scheme, host and port, without a path; all absolute URLs start with it, never
 *     with the request's Host header
 */
public record Tenant(TenantId id, URI endpoint) {

  /** The issuer of the tenant's tokens: {@code <endpoint>/oidc}. */
  public String issuer() {
    return endpoint + "/oidc";
  }

  /** The audience that its Management API asks of tokens. */
  public String managementApi() {
    return managementApi(id);
  }

  /** The same for any tenant. */
  public static String managementApi(TenantId tenant) {
    return "https://" + tenant + ".logto.app/api";
  }

  /** The audience of an administrator's own account. */
  public static String meApi() {
    return "https://" + TenantId.ADMIN + ".logto.app/me";
  }

  /** An absolute URL of this tenant. */
  public String url(String path) {
    return endpoint + path;
  }

  /** Whether cookies must only travel over TLS. */
  public boolean secure() {
    return "https".equals(endpoint.getScheme());
  }

  /**
   * A cookie's name for this tenant: ports do not separate cookies, so every tenant but the default
   * one adds its id.
   */
  public String cookie(String name) {
    return id.equals(TenantId.DEFAULT) ? name : name + "_" + id;
  }
}
