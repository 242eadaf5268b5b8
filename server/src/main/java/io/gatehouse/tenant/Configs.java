package io.gatehouse.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.Db;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Settings of a tenant that are one JSON value under a key. Cached, and dropped everywhere when one
 * changes.
 */
@Singleton
public class Configs {
  /** {@code {"ttl": seconds}}: how long sessions live. */
  public static final String OIDC_SESSION = "oidc.session";

  /**
   * {@code {"enabledExtendedClaims": [...]}}: which claims ID tokens carry beyond the standard
   * ones.
   */
  public static final String ID_TOKEN = "idToken";

  /** What the Console remembers of its set-up. */
  public static final String ADMIN_CONSOLE = "adminConsole";

  /** {@code {"enabled": true}}: whether clients may be known by the address of their metadata. */
  public static final String CIMD = "cimd";

  /** Whether clients may register themselves, and what they may be. */
  public static final String REGISTRATION = "oidc.registration";

  private static final String TOPIC = "configs";

  private final ConfigStore store;
  private final Db db;
  private final Invalidations invalidations;
  private final TenantCache<String, Optional<JsonNode>> cache;

  Configs(ConfigStore store, Db db, Invalidations invalidations) {
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
    this.cache = new TenantCache<>(invalidations, 10_000, TOPIC);
  }

  public Optional<JsonNode> find(TenantId tenant, String key) {
    return cache.get(tenant, key, () -> store.find(tenant, key));
  }

  /** The value as it is stored, what this transaction has written included. */
  public Optional<JsonNode> stored(TenantId tenant, String key) {
    return store.find(tenant, key);
  }

  public void put(TenantId tenant, String key, JsonNode value) {
    db.transaction(
        tenant,
        () -> {
          store.put(tenant, key, value);
          invalidations.changed(tenant, TOPIC);
        });
  }

  /** Removes the value; false when there was none. */
  public boolean delete(TenantId tenant, String key) {
    return db.transaction(
        tenant,
        () -> {
          boolean deleted = store.delete(tenant, key);
          invalidations.changed(tenant, TOPIC);
          return deleted;
        });
  }
}
