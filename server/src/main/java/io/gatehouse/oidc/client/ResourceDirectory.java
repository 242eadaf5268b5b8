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
  /** The reserved resource: the scopes of the organization template, in every tenant. */
  public static final String ORGANIZATIONS = "urn:logto:resource:organizations";

  private static final Target TEMPLATE = new Target(ORGANIZATIONS, false, Duration.ofHours(1));

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
    return indicator.equals(ORGANIZATIONS)
        ? Optional.of(TEMPLATE)
        : Optional.ofNullable(all(tenant).get(indicator));
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

  /**
   * What the roles of a machine-to-machine application in an organization allow.
   *
   * @param scopes of the organization template
   * @param resources of API resources, by indicator
   */
  public record MachineMembership(Scopes scopes, Map<String, Scopes> resources) {}

  /** What the application may do in the organization; empty when it does not belong to it. */
  public Optional<MachineMembership> machineMembership(
      TenantId tenant, String applicationId, String organizationId) {
    return store.machineMembership(tenant, applicationId, organizationId);
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
