package io.gatehouse.testkit;

import io.gatehouse.platform.config.SettingsDefaults;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server with the testkit is set to unless its environment says otherwise: it believes
 * proxies, reaches the loopback, and knows the status key that tests use.
 */
public final class TestkitDefaults implements SettingsDefaults {
  /** No secret: a database of the testkit holds nothing worth one. */
  private static final String KEY = "Z2F0ZWhvdXNlLXRlc3RraXQtdmF1bHQta2V5LTAwMDE=";

  @Override
  public Map<String, String> of(Map<String, String> given) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("TRUST_PROXY_HEADER", "true");
    defaults.put("STATUS_API_KEY", "test-status-api-key");
    defaults.put("GATEHOUSE_EGRESS_ALLOW", "127.0.0.0/8,::1");
    // A data folder has a key of its own, which must go on fitting when the testkit is left out.
    if (given.containsKey("DB_URL")) {
      defaults.put("SECRET_VAULT_KEK", KEY);
    }
    return defaults;
  }
}
