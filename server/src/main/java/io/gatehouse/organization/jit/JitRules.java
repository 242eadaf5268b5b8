package io.gatehouse.organization.jit;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.Organizations;
import io.gatehouse.organization.jit.JitStore.Link;
import io.gatehouse.organization.role.OrganizationRole;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What administrators say about who joins organizations by themselves. */
@Singleton
class JitRules {
  private static final String DOMAINS = "organization_jit_email_domains";

  private final JitStore store;
  private final Organizations organizations;
  private final SsoConnectors connectors;
  private final OrganizationChanges changes;
  private final InstantSource clock;

  JitRules(
      JitStore store,
      Organizations organizations,
      SsoConnectors connectors,
      OrganizationChanges changes,
      InstantSource clock) {
    this.store = store;
    this.organizations = organizations;
    this.connectors = connectors;
    this.changes = changes;
    this.clock = clock;
  }

  Slice<EmailDomain> domains(TenantId tenant, OrganizationId organization, Page page) {
    return store.domains(tenant, organization, page);
  }

  EmailDomain addDomain(TenantId tenant, Actor actor, OrganizationId organization, String domain) {
    return changes.make(
        tenant,
        actor,
        () -> store.addDomain(tenant, organization, domain, clock.instant()),
        added -> change(DOMAINS, organization, List.of(), List.of(domain)));
  }

  void replaceDomains(
      TenantId tenant, Actor actor, OrganizationId organization, List<String> domains) {
    requireDistinct(domains);
    changes.make(
        tenant,
        actor,
        change(DOMAINS, organization, List.of(), domains),
        () -> store.replaceDomains(tenant, organization, domains, clock.instant()));
  }

  void removeDomain(TenantId tenant, Actor actor, OrganizationId organization, String domain) {
    changes.make(
        tenant,
        actor,
        change(DOMAINS, organization, List.of(domain), List.of()),
        () -> require(store.removeDomain(tenant, organization, domain)));
  }

  Slice<OrganizationRole> roles(TenantId tenant, OrganizationId organization, Page page) {
    return store.roles(tenant, organizations.get(tenant, organization).id(), page);
  }

  Slice<SsoConnector> connectors(TenantId tenant, OrganizationId organization, Page page) {
    String id = organizations.get(tenant, organization).id().value();
    return connectors.ofOrganization(tenant, id, page);
  }

  void add(TenantId tenant, Actor actor, Link link, OrganizationId organization, List<String> ids) {
    changes.make(
        tenant,
        actor,
        change(noun(link), organization, List.of(), ids),
        () -> store.add(tenant, link, organization, ids));
  }

  void replace(
      TenantId tenant, Actor actor, Link link, OrganizationId organization, List<String> ids) {
    requireDistinct(ids);
    changes.make(
        tenant,
        actor,
        change(noun(link), organization, List.of(), ids),
        () -> {
          store.removeOthers(tenant, link, organization, ids);
          store.add(tenant, link, organization, ids);
        });
  }

  void remove(TenantId tenant, Actor actor, Link link, OrganizationId organization, String id) {
    changes.make(
        tenant,
        actor,
        change(noun(link), organization, List.of(id), List.of()),
        () -> require(store.remove(tenant, link, organization, id)));
  }

  private static String noun(Link link) {
    return switch (link) {
      case ROLES -> "organization_jit_roles";
      case CONNECTORS -> "organization_jit_sso_connectors";
    };
  }

  private static AdminChange change(
      String noun, OrganizationId organization, List<String> before, List<String> after) {
    return AdminChange.updated(
        noun, organization.value(), Map.of("items", before), Map.of("items", after));
  }

  private static void requireDistinct(List<String> items) {
    if (new HashSet<>(items).size() < items.size()) {
      throw EntityError.NOT_UNIQUE.exception();
    }
  }

  private static void require(boolean removed) {
    if (!removed) {
      throw EntityError.NOT_FOUND.exception();
    }
  }
}
