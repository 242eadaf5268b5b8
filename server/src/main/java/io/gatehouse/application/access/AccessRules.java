package io.gatehouse.application.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who gets in: people by name, by a role, by an organization they belong to, or by a role they have
 * in one. One rule that fits is enough.
 */
record AccessRules(
    List<String> userIds,
    List<String> userRoleIds,
    List<String> organizationIds,
    List<OrganizationRule> organizationRoleRules) {

  AccessRules {
    userIds = List.copyOf(userIds);
    userRoleIds = List.copyOf(userRoleIds);
    organizationIds = List.copyOf(organizationIds);
    organizationRoleRules = List.copyOf(organizationRoleRules);
  }

  /** Members of an organization who have one of these roles in it. */
  record OrganizationRule(String organizationId, List<String> organizationRoleIds) {
    OrganizationRule {
      organizationRoleIds = List.copyOf(organizationRoleIds);
    }
  }

  boolean isEmpty() {
    return userIds.isEmpty()
        && userRoleIds.isEmpty()
        && organizationIds.isEmpty()
        && organizationRoleRules.isEmpty();
  }

  /** Each id once and in order, the rules of one organization together. */
  AccessRules normalised() {
    Map<String, List<String>> byOrganization = new TreeMap<>();
    organizationRoleRules.forEach(rule ->
        byOrganization
            .computeIfAbsent(rule.organizationId(), id -> new ArrayList<>())
            .addAll(rule.organizationRoleIds()));
    List<OrganizationRule> rules = new ArrayList<>();
    byOrganization.forEach((id, roles) -> rules.add(new OrganizationRule(id, sorted(roles))));
    return new AccessRules(sorted(userIds), sorted(userRoleIds), sorted(organizationIds), rules);
  }

  private static List<String> sorted(List<String> ids) {
    return ids.stream().distinct().sorted().toList();
  }
}
