package io.gatehouse.platform.http;

/**
 * Tells the APIs' paths ({@code /api} and, of an administrator's own account, {@code /me}) from
 * others.
 */
final class ApiPath {
  private ApiPath() {}

  static boolean isApi(String path) {
    return path.equals("/api")
        || path.startsWith("/api/")
        || path.equals("/me")
        || path.startsWith("/me/");
  }

  /** The APIs, and the provider's own JSON; not the one page of it that other sites frame. */
  static boolean answersJson(String path) {
    return isApi(path) || (path.startsWith("/oidc/") && !path.equals("/oidc/session/check"));
  }
}
