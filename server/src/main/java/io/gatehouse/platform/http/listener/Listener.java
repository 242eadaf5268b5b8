package io.gatehouse.platform.http.listener;

/** The two doors of the server. Each has a port of its own. */
public enum Listener {
  /** Sign-in, OpenID Connect and the APIs of the tenants. */
  CORE,
  /** The Console, and the tenant of the administrators. */
  ADMIN
}
