package io.gatehouse.application.consent;

import io.gatehouse.access.ManagementApis;
import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The lists of what third-party applications may ask people for. */
@Singleton
public class ConsentScopes {
  private static final String NOUN = "application.consent_scopes";

  /** Stands for all clients known by their metadata, which share one list. */
  private static final String DESCRIBED = "https://";

  private final ConsentScopeStore store;
  private final CimdScopeStore described;
  private final Applications applications;
  private final AdminChanges changes;
  private final TenantCache<String, AllowedScopes> cache;

  ConsentScopes(
      ConsentScopeStore store,
      CimdScopeStore described,
      Applications applications,
      AdminChanges changes,
      Invalidations invalidations) {
    this.store = store;
    this.described = described;
    this.applications = applications;
    this.changes = changes;
    this.cache =
        new TenantCache<>(
            invalidations,
            10_000,
            Applications.TOPIC,
            CimdScopes.TOPIC,
            "scopes",
            "resources",
            "organizations");
  }

  /** What the application may ask for, from the cache. */
  public AllowedScopes allowed(TenantId tenant, String applicationId) {
    return ClientIdUrl.named(applicationId)
        ? cache.get(tenant, DESCRIBED, () -> described.allowed(tenant))
        : cache.get(tenant, applicationId, () -> store.allowed(tenant, applicationId));
  }

  ConsentScopeList list(TenantId tenant, String applicationId) {
    applications.get(tenant, applicationId);
    return store.list(tenant, applicationId);
  }

  /** Lets the application ask for more; what it may ask for already is left as it is. */
  public void add(TenantId tenant, Actor actor, String applicationId, ConsentScopesInput input) {
    Application application = applications.get(tenant, applicationId);
    if (!application.thirdParty()) {
      throw ApplicationError.THIRD_PARTY_ONLY.exception();
    }
    requireConsentable(tenant, input);
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        AdminChange.updated(NOUN, applicationId, List.of(), input),
        () -> {
          for (ScopeKind kind : ScopeKind.values()) {
            List<String> scopes = input.of(kind);
            if (!scopes.isEmpty()) {
              store.add(tenant, applicationId, kind, scopes);
            }
          }
        });
  }

  void remove(TenantId tenant, Actor actor, String applicationId, ScopeKind kind, String scopeId) {
    applications.get(tenant, applicationId);
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        AdminChange.updated(NOUN, applicationId, Map.of("scope", scopeId), List.of()),
        () -> {
          if (!store.remove(tenant, applicationId, kind, scopeId)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  /** Ends the request when a scope does not exist, or nobody can consent to it. */
  public void requireConsentable(TenantId tenant, ConsentScopesInput input) {
    List<String> ofOrganizations = input.of(ScopeKind.ORGANIZATION);
    List<String> ofResources = input.of(ScopeKind.RESOURCE);
    List<String> within = input.of(ScopeKind.ORGANIZATION_RESOURCE);
    List<String> all = new ArrayList<>(ofResources);
    all.addAll(within);
    Map<String, String> known = store.indicators(tenant, all);
    List<String> knownOfOrganizations = store.organizationScopes(tenant, ofOrganizations);
    if (!known.keySet().containsAll(all) || !knownOfOrganizations.containsAll(ofOrganizations)) {
      throw ApplicationError.CONSENT_SCOPES_NOT_FOUND.withData(
          Map.of(
              "invalidOrganizationScopes", without(ofOrganizations, knownOfOrganizations),
              "invalidResourceScopes", without(ofResources, known.keySet()),
              "invalidOrganizationResourceScopes", without(within, known.keySet())));
    }
    if (known.values().stream().anyMatch(ManagementApis::includes)) {
      throw ApplicationError.CONSENT_TO_MANAGEMENT_API.exception();
    }
  }

  private static List<String> without(List<String> ids, Collection<String> known) {
    return ids.stream().filter(id -> !known.contains(id)).toList();
  }
}
