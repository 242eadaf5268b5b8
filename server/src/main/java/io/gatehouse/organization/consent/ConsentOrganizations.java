package io.gatehouse.organization.consent;

import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.organization.Organization;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.OrganizationError;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Where third-party applications may act for a person. */
@Singleton
public class ConsentOrganizations {
  private static final String NOUN = "application.consent_organizations";

  private final ConsentOrganizationStore store;
  private final Applications applications;
  private final Users users;
  private final OrganizationChanges changes;

  ConsentOrganizations(
      ConsentOrganizationStore store,
      Applications applications,
      Users users,
      OrganizationChanges changes) {
    this.store = store;
    this.applications = applications;
    this.users = users;
    this.changes = changes;
  }

  /** A person, as the user of an application. */
  record Consenter(TenantId tenant, String applicationId, String userId) {}

  /** The person as the user of a third-party application, or the end of the request. */
  Consenter consenter(TenantId tenant, String applicationId, String userId) {
    if (!applications.get(tenant, applicationId).thirdParty()) {
      throw ApplicationError.THIRD_PARTY_ONLY.exception();
    }
    users.get(tenant, userId);
    return new Consenter(tenant, applicationId, userId);
  }

  /**
   * The person of a session lets the application act in these too; belongs into the transaction of
   * their consent. An organization that they do not belong to ends the request.
   */
  public void consent(
      TenantId tenant, String applicationId, String sessionId, List<String> organizations) {
    List<String> wanted = organizations.stream().distinct().toList();
    if (store.addOfSession(tenant, applicationId, sessionId, wanted) < wanted.size()) {
      throw OrganizationError.REQUIRE_MEMBERSHIP.exception();
    }
  }

  /** Ends the request where the person of a session does not belong to the organization. */
  public void requireMember(TenantId tenant, String sessionId, String organization) {
    if (!store.memberOfSession(tenant, sessionId, organization)) {
      throw OrganizationError.REQUIRE_MEMBERSHIP.exception();
    }
  }

  Slice<Organization> list(Consenter consenter, Page page) {
    return store.list(consenter, page);
  }

  /** Lets the application act in these too. */
  void add(Consenter consenter, Actor actor, List<String> organizations) {
    requireMembership(consenter, organizations);
    changes.make(
        consenter.tenant(),
        actor,
        change(consenter, List.of(), organizations),
        () -> store.add(consenter, organizations));
  }

  /** Lets the application act in these and no others. */
  void replace(Consenter consenter, Actor actor, List<String> organizations) {
    requireMembership(consenter, organizations);
    changes.make(
        consenter.tenant(),
        actor,
        change(consenter, List.of(), organizations),
        () -> {
          store.removeOthers(consenter, organizations);
          store.add(consenter, organizations);
        });
  }

  void remove(Consenter consenter, Actor actor, String organization) {
    changes.make(
        consenter.tenant(),
        actor,
        change(consenter, List.of(organization), List.of()),
        () -> {
          if (!store.remove(consenter, organization)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private void requireMembership(Consenter consenter, List<String> organizations) {
    if (!store.memberOfAll(consenter, organizations)) {
      throw OrganizationError.REQUIRE_MEMBERSHIP.exception();
    }
  }

  private static AdminChange change(Consenter consenter, List<String> before, List<String> after) {
    return AdminChange.updated(
        NOUN,
        consenter.applicationId(),
        Map.of("userId", consenter.userId(), "organizationIds", before),
        Map.of("userId", consenter.userId(), "organizationIds", after));
  }
}
