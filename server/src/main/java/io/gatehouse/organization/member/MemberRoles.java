package io.gatehouse.organization.member;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.organization.OrganizationChanges;
import io.gatehouse.organization.OrganizationError;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.member.MemberRoleStore.Key;
import io.gatehouse.organization.member.MemberRoleStore.Named;
import io.gatehouse.organization.role.OrganizationRole;
import io.gatehouse.organization.role.OrganizationRoleId;
import io.gatehouse.organization.scope.OrganizationScope;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which roles members have in their organizations. */
@Singleton
public class MemberRoles {
  /** In the administrators' audit. */
  private static final String NOUN = "organization_member_roles";

  /** The most roles that one request gives: members times roles. */
  private static final long MOST_LINKS = 100_000;

  private final MemberRoleStore store;
  private final OrganizationChanges changes;

  MemberRoles(MemberRoleStore store, OrganizationChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  Slice<OrganizationRole> list(
      TenantId tenant, MemberKind kind, OrganizationId organization, String id, Page page) {
    return store.list(new Key(tenant, kind, organization, id), page);
  }

  /** What a person may do in an organization. */
  List<OrganizationScope> scopes(TenantId tenant, OrganizationId organization, String user) {
    return store.scopes(tenant, organization, user);
  }

  /**
   * The ids of the roles, given by id or by name, each once; a name that no role has ends the
   * request.
   */
  List<String> resolve(TenantId tenant, List<String> ids, List<String> names) {
    Set<String> resolved = new LinkedHashSet<>(ids);
    if (!names.isEmpty()) {
      List<Named> named = store.named(tenant, names);
      Set<String> known = named.stream().map(Named::name).collect(Collectors.toSet());
      List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
      if (!unknown.isEmpty()) {
        throw OrganizationError.ROLE_NAMES_NOT_FOUND.exception(
            Map.of("names", String.join(", ", unknown)));
      }
      named.forEach(role -> resolved.add(role.id()));
    }
    return List.copyOf(resolved);
  }

  /** Gives each of the members each of the roles: all of it, or nothing. */
  public void add(
      TenantId tenant,
      Actor actor,
      MemberKind kind,
      OrganizationId organization,
      List<String> members,
      List<String> roles) {
    if ((long) members.size() * roles.size() > MOST_LINKS) {
      throw RequestError.invalidInput("These are too many members and roles for one request.");
    }
    changes.make(
        tenant,
        actor,
        AdminChange.updated(
            NOUN,
            organization.value(),
            List.of(),
            Map.of(kind.idsName(), members, "organizationRoleIds", roles)),
        () -> store.add(tenant, kind, organization, members, roles));
  }

  /** Leaves a member with these roles. */
  void replace(
      TenantId tenant,
      Actor actor,
      MemberKind kind,
      OrganizationId organization,
      String id,
      List<String> roles) {
    Key member = new Key(tenant, kind, organization, id);
    changes.make(
        tenant,
        actor,
        () -> {
          List<String> before = store.ids(member);
          store.removeOthers(member, roles);
          store.add(tenant, kind, organization, List.of(id), roles);
          return before;
        },
        before ->
            AdminChange.updated(
                NOUN, organization.value(), state(member, before), state(member, roles)));
  }

  void remove(
      TenantId tenant,
      Actor actor,
      MemberKind kind,
      OrganizationId organization,
      String id,
      OrganizationRoleId role) {
    Key member = new Key(tenant, kind, organization, id);
    changes.make(
        tenant,
        actor,
        AdminChange.updated(
            NOUN, organization.value(), state(member, List.of(role.value())), List.of()),
        () -> {
          if (!store.remove(member, role.value())) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  private static Map<String, List<String>> state(Key member, List<String> roles) {
    return Map.of(member.kind().idsName(), List.of(member.id()), "organizationRoleIds", roles);
  }
}
