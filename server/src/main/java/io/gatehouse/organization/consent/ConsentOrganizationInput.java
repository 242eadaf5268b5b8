package io.gatehouse.organization.consent;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Organizations of a person that an application may act in. */
interface ConsentOrganizationInput {

  /** Those that it may act in from now on, and no others. */
  @Input
  record All(List<@Size(min = 1) String> organizationIds) {}

  /** Those that it may act in besides. */
  @Input
  record More(@Size(min = 1) List<@Size(min = 1) String> organizationIds) {}
}
