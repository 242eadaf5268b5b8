package io.gatehouse.organization.member;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who joins an organization, and which roles members get. */
interface MemberInput {

  /** People who join. */
  @Input
  record Users(@Size(min = 1) List<@Size(min = 1) String> userIds) {}

  /** The people who belong to the organization, and no others. */
  @Input
  record AllUsers(List<@Size(min = 1) String> userIds) {}

  /** Roles for several people. */
  @Input
  record UserRoles(
      @Size(min = 1) List<@Size(min = 1) String> userIds,
      @Size(min = 1) List<@Size(min = 1) String> organizationRoleIds) {}

  /** Applications that join. */
  @Input
  record Applications(@Size(min = 1) List<@Size(min = 1) String> applicationIds) {}

  /** The applications that belong to the organization, and no others. */
  @Input
  record AllApplications(List<@Size(min = 1) String> applicationIds) {}

  /** Roles for several applications. */
  @Input
  record ApplicationRoles(
      @Size(min = 1) List<@Size(min = 1) String> applicationIds,
      @Size(min = 1) List<@Size(min = 1) String> organizationRoleIds) {}

  /** Roles by id, at least one. */
  @Input
  record RoleIds(@Size(min = 1) List<@Size(min = 1) String> organizationRoleIds) {}

  /** Roles by id, by name, or both; none is a choice too. */
  @Input
  record Roles(
      @Nullable List<@Size(min = 1) String> organizationRoleIds,
      @Nullable List<@Size(min = 1) String> organizationRoleNames) {

    List<String> ids() {
      return organizationRoleIds == null ? List.of() : organizationRoleIds;
    }

    List<String> names() {
      return organizationRoleNames == null ? List.of() : organizationRoleNames;
    }
  }
}
