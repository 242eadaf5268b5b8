package io.gatehouse.access.role;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Whom or what a role is linked to: one kind a request. */
interface LinkInput {

  /** People who get the role. */
  @Input
  record Users(@Size(min = 1) List<@Size(min = 1) String> userIds) {}

  /** Applications that get the role. */
  @Input
  record Applications(@Size(min = 1) List<@Size(min = 1) String> applicationIds) {}

  /** Scopes that the role grants. */
  @Input
  record Scopes(@Size(min = 1) List<@Size(min = 1) String> scopeIds) {}
}
