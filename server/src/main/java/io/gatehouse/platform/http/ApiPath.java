package io.gatehouse.platform.http;

/** Tells the APIs' paths from the pages' and the provider's. */
final class ApiPath {
  private ApiPath() {}

  static boolean isApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }

  /** The APIs, and the provider's own JSON. */
  static boolean answersJson(String path) {
    return isApi(path) || path.startsWith("/oidc/");
  }
}
