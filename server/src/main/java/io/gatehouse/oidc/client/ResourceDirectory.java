package io.gatehouse.oidc.client;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The API resources and the machines' scopes at them, as the provider needs them: whole, in memory.
 */
@Singleton
public class ResourceDirectory {
  /** The topics under which the nouns announce their changes. */
  private static final String[] TOPICS = {"resources", "scopes", "roles", "applications"};

  private final ResourceDirectoryStore store;
  private final TenantCache<String, Map<String, Target>> resources;
  private final TenantCache<String, Map<String, Scopes>> machineScopes;

  ResourceDirectory(ResourceDirectoryStore store, Invalidations invalidations) {
    this.store = store;
    this.resources = new TenantCache<>(invalidations, 1_000, TOPICS);
    this.machineScopes = new TenantCache<>(invalidations, 10_000, TOPICS);
  }

  /** A resource that tokens can be for. */
  public record Target(String indicator, boolean byDefault, Duration accessTokenLife) {}

  public Optional<Target> find(TenantId tenant, String indicator) {
    return Optional.ofNullable(all(tenant).get(indicator));
  }

  public Optional<Target> byDefault(TenantId tenant) {
    return all(tenant).values().stream().filter(Target::byDefault).findFirst();
  }

  /** What the roles of a machine-to-machine application allow at a resource. */
  public Scopes machineScopes(TenantId tenant, String applicationId, String indicator) {
    return machineScopes
        .get(tenant, applicationId, () -> store.machineScopes(tenant, applicationId))
        .getOrDefault(indicator, Scopes.NONE);
  }

  private Map<String, Target> all(TenantId tenant) {
    return resources.get(
        tenant,
        "",
        () -> {
          Map<String, Target> byIndicator = new LinkedHashMap<>();
          store.resources(tenant).forEach(target -> byIndicator.put(target.indicator(), target));
          return byIndicator;
        });
  }
}
