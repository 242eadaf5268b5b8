package io.gatehouse.organization.member;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.organization.Organization;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.OrganizationError;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who belongs to organizations. */
@Singleton
public class Members {
  /** In the administrators' audit: before are those who leave, after are those who join. */
  public static final String NOUN = "organization_membership";

  /** The most ids that an event names; those beyond are left out. */
  private static final int MOST_TOLD = 5000;

  /** The most organizations that a person is shown to choose from. */
  private static final int MOST_CHOICES = 500;

  private final MemberStore store;
  private final MemberListStore lists;
  private final OrganizationChanges changes;
  private final HookEvents events;

  Members(
      MemberStore store, MemberListStore lists, OrganizationChanges changes, HookEvents events) {
    this.store = store;
    this.lists = lists;
    this.changes = changes;
    this.events = events;
  }

  public boolean contains(
      TenantId tenant, MemberKind kind, OrganizationId organization, String id) {
    return store.contains(tenant, kind, organization, id);
  }

  /** The organizations that a person belongs to, by name, to choose from. */
  public List<Organization> choices(TenantId tenant, String userId) {
    return lists.choices(tenant, userId, MOST_CHOICES);
  }

  /** Ends the request of whoever does not belong to the organization. */
  void require(TenantId tenant, MemberKind kind, OrganizationId organization, String id) {
    if (!contains(tenant, kind, organization, id)) {
      throw OrganizationError.REQUIRE_MEMBERSHIP.exception();
    }
  }

  /** Lets them join; who belongs to the organization already stays as they are. */
  public void add(
      TenantId tenant,
      Actor actor,
      MemberKind kind,
      OrganizationId organization,
      List<String> ids) {
    changes.make(
        tenant,
        actor,
        () -> {
          List<String> joined = store.add(tenant, kind, organization, ids);
          tell(kind, organization, List.of(), joined);
          return joined;
        },
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
          List<String> joined = store.add(tenant, kind, organization, ids);
          tell(kind, organization, left, joined);
          return new Difference(left, joined);
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
          tell(kind, organization, List.of(id), List.of());
        });
  }

  /** Tells hooks who really left and joined, if anybody did. */
  private void tell(
      MemberKind kind, OrganizationId organization, List<String> left, List<String> joined) {
    if (!left.isEmpty() || !joined.isEmpty()) {
      events.tell(
          HookEvent.ORGANIZATION_MEMBERSHIP_UPDATED,
          organization.value(),
          eventMembers(kind, organization, left, joined));
    }
  }

  /**
   * What an event of a membership says: the organization, and the ids of those who left and joined.
   */
  public static Map<String, Object> eventMembers(
      MemberKind kind, OrganizationId organization, List<String> left, List<String> joined) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("organizationId", organization.value());
    put(members, "added" + kind.eventIds(), joined);
    put(members, "removed" + kind.eventIds(), left);
    return members;
  }

  private static void put(Map<String, Object> members, String name, List<String> ids) {
    if (!ids.isEmpty()) {
      members.put(name, ids.subList(0, Math.min(ids.size(), MOST_TOLD)));
    }
  }

  /** The record of who left and who joined. */
  public static AdminChange change(
      MemberKind kind, OrganizationId organization, List<String> left, List<String> joined) {
    return AdminChange.updated(
        NOUN, organization.value(), Map.of(kind.idsName(), left), Map.of(kind.idsName(), joined));
  }
}
