package io.gatehouse.organization.member;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.OrganizationError;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Who belongs to organizations. */
@Singleton
public class Members {
  /** In the administrators' audit: before are those who leave, after are those who join. */
  public static final String NOUN = "organization_membership";

  private final MemberStore store;
  private final OrganizationChanges changes;

  Members(MemberStore store, OrganizationChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  public boolean contains(
      TenantId tenant, MemberKind kind, OrganizationId organization, String id) {
    return store.contains(tenant, kind, organization, id);
  }

  /** Ends the request of whoever does not belong to the organization. */
  void require(TenantId tenant, MemberKind kind, OrganizationId organization, String id) {
    if (!contains(tenant, kind, organization, id)) {
      throw OrganizationError.REQUIRE_MEMBERSHIP.exception();
    }
  }

  /** Lets them join; who belongs to the organization already stays as they are. */
  void add(
      TenantId tenant,
      Actor actor,
      MemberKind kind,
      OrganizationId organization,
      List<String> ids) {
    changes.make(
        tenant,
        actor,
        () -> store.add(tenant, kind, organization, ids),
        joined -> change(kind, organization, List.of(), joined));
  }

  /** What a replacement did. */
  private record Difference(List<String> left, List<String> joined) {}

  /** Leaves the organization with these; who stays keeps their roles. */
  void replace(
      TenantId tenant,
      Actor actor,
      MemberKind kind,
      OrganizationId organization,
      List<String> ids) {
    changes.make(
        tenant,
        actor,
        () -> {
          List<String> left = store.removeOthers(tenant, kind, organization, ids);
          return new Difference(left, store.add(tenant, kind, organization, ids));
        },
        done -> change(kind, organization, done.left(), done.joined()));
  }

  void remove(
      TenantId tenant, Actor actor, MemberKind kind, OrganizationId organization, String id) {
    changes.make(
        tenant,
        actor,
        change(kind, organization, List.of(id), List.of()),
        () -> {
          if (!store.remove(tenant, kind, organization, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  /** The record of who left and who joined. */
  public static AdminChange change(
      MemberKind kind, OrganizationId organization, List<String> left, List<String> joined) {
    return AdminChange.updated(
        NOUN, organization.value(), Map.of(kind.idsName(), left), Map.of(kind.idsName(), joined));
  }
}
