package io.gatehouse.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Configs;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.KeyError;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cookie keys that existing clients list and rotate. Our cookies carry random secrets, which
 * nobody can forge and which need no signature: so there is nothing secret about these keys but
 * their names, and a rotation signs nobody out.
 */
@Singleton
class CookieKeys {
  private static final String KEY = "oidc.cookieKeys";
  private static final int KEPT = 2;

  private final Configs configs;
  private final InstantSource clock;

  CookieKeys(Configs configs, InstantSource clock) {
    this.configs = configs;
    this.clock = clock;
  }

  /** Newest first; the first use makes the first one. */
  List<KeyView> list(TenantId tenant) {
    List<KeyView> keys = new ArrayList<>();
    for (JsonNode key : configs.stored(tenant, KEY).orElseGet(() -> JsonCodec.tree("[]"))) {
      keys.add(view(key.get("id").asText(), key.get("createdAt").asLong()));
    }
    return keys.isEmpty() ? put(tenant, List.of(fresh())) : keys;
  }

  List<KeyView> rotate(TenantId tenant) {
    return put(
        tenant, Stream.concat(Stream.of(fresh()), list(tenant).stream()).limit(KEPT).toList());
  }

  void delete(TenantId tenant, String id) {
    List<KeyView> keys = list(tenant);
    if (keys.size() == 1) {
      throw KeyError.KEY_REQUIRED.exception();
    }
    List<KeyView> left = keys.stream().filter(key -> !key.id().equals(id)).toList();
    if (left.size() == keys.size()) {
      throw KeyError.KEY_NOT_FOUND.exception();
    }
    put(tenant, left);
  }

  private List<KeyView> put(TenantId tenant, List<KeyView> keys) {
    ArrayNode value = JsonCodec.mapper().createArrayNode();
    keys.forEach(key -> value.addObject().put("id", key.id()).put("createdAt", key.createdAt()));
    configs.put(tenant, KEY, value);
    return keys;
  }

  private KeyView fresh() {
    return view(Ids.standardId(), clock.instant().getEpochSecond());
  }

  private static KeyView view(String id, long createdAt) {
    return new KeyView(id, createdAt, null, null, null);
  }
}
