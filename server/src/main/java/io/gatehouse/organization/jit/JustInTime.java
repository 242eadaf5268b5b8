package io.gatehouse.organization.jit;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets people join organizations as they register. */
@Singleton
public class JustInTime {
  private final JitStore store;

  JustInTime(JitStore store) {
    this.store = store;
  }

  /**
   * Lets a new person join; belongs into the transaction that makes the account.
   *
   * @param email their verified address; its domain chooses organizations
   * @param organizations others, by id; those that do not exist are left out
   * @return the organizations that they belong to now and did not before
   */
  public List<OrganizationId> join(
      TenantId tenant, String userId, @Nullable String email, List<String> organizations) {
    if (email == null && organizations.isEmpty()) {
      return List.of();
    }
    String domain = email == null ? null : email.substring(email.lastIndexOf('@') + 1);
    return store.join(tenant, userId, domain, null, organizations);
  }

  /**
   * The same for a person, new or not, who comes through a connector of enterprise single sign-on:
   * it chooses the organizations instead of the domain.
   */
  public List<OrganizationId> joinThrough(
      TenantId tenant, String userId, String ssoConnectorId, List<String> organizations) {
    return store.join(tenant, userId, null, ssoConnectorId, organizations);
  }
}
