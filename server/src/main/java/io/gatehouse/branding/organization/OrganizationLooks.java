package io.gatehouse.branding.organization;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the organizations of a tenant look. */
@Singleton
public class OrganizationLooks {
  /** The topic under which organizations announce their changes. */
  private static final String TOPIC = "organizations";

  private static final int LONGEST_ID = 21;

  private final OrganizationLookStore store;
  private final TenantCache<String, Optional<OrganizationLook>> cache;

  OrganizationLooks(OrganizationLookStore store, Invalidations invalidations) {
    this.store = store;
    this.cache = new TenantCache<>(invalidations, 10_000, TOPIC);
  }

  /** The look of the organization that a request names, from the cache; none for an unknown one. */
  public Optional<OrganizationLook> find(TenantId tenant, @Nullable String organizationId) {
    return organizationId == null || organizationId.length() > LONGEST_ID
        ? Optional.empty()
        : cache.get(tenant, organizationId, () -> store.find(tenant, organizationId));
  }
}
