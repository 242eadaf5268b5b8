package io.gatehouse.app;

import io.gatehouse.platform.config.Settings;

/** What a started server says: where to go. */
final class Greeting {
  private Greeting() {}

  static String of(Settings settings) {
    StringBuilder out = new StringBuilder("\nGatehouse is ready\n");
    out.append("  sign-in and APIs   ").append(settings.endpoint()).append('\n');
    if (!settings.adminDisableLocalhost()) {
      out.append("  Console            ").append(settings.adminEndpoint()).append("/console\n");
    }
    out.append("  OpenID Connect     ")
        .append(settings.endpoint())
        .append("/oidc/.well-known/openid-configuration\n");
    if (settings.embeddedDatabase()) {
      out.append("  data               ").append(settings.dataFolder()).append('\n');
    }
    return out.append("Ctrl-C stops it.\n").toString();
  }
}
