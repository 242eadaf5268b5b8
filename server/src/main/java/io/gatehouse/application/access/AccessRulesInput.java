package io.gatehouse.application.access;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The rules that an application is to have instead of those it has. */
@Input
record AccessRulesInput(
    @Size(max = MOST) List<@Size(min = 1) String> userIds,
    @Size(max = MOST) List<@Size(min = 1) String> userRoleIds,
    @Size(max = MOST) List<@Size(min = 1) String> organizationIds,
    @Size(max = MOST) List<OrganizationRule> organizationRoleRules) {
  /** Of each kind, repetitions included. */
  static final int MOST = 2_000;

  /** Members of an organization who have one of these roles in it. */
  @Input
  record OrganizationRule(
      @Size(min = 1) String organizationId,
      @Size(max = MOST) List<@Size(min = 1) String> organizationRoleIds) {}

  AccessRules rules() {
    return new AccessRules(
        userIds,
        userRoleIds,
        organizationIds,
        organizationRoleRules.stream()
            .map(rule ->
                new AccessRules.OrganizationRule(rule.organizationId(), rule.organizationRoleIds()))
            .toList());
  }
}
