package io.gatehouse.organization.jit;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.Organizations;
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
  private static final String ROLES = "organization_jit_roles";

  private final JitStore store;
  private final Organizations organizations;
  private final OrganizationChanges changes;
  private final InstantSource clock;

  JitRules(
      JitStore store,
      Organizations organizations,
      OrganizationChanges changes,
      InstantSource clock) {
    this.store = store;
    this.organizations = organizations;
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

  void addRoles(TenantId tenant, Actor actor, OrganizationId organization, List<String> roles) {
    changes.make(
        tenant,
        actor,
        change(ROLES, organization, List.of(), roles),
        () -> store.addRoles(tenant, organization, roles));
  }

  void replaceRoles(TenantId tenant, Actor actor, OrganizationId organization, List<String> roles) {
    requireDistinct(roles);
    changes.make(
        tenant,
        actor,
        change(ROLES, organization, List.of(), roles),
        () -> {
          store.removeOtherRoles(tenant, organization, roles);
          store.addRoles(tenant, organization, roles);
        });
  }

  void removeRole(TenantId tenant, Actor actor, OrganizationId organization, String role) {
    changes.make(
        tenant,
        actor,
        change(ROLES, organization, List.of(role), List.of()),
        () -> require(store.removeRole(tenant, organization, role)));
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
