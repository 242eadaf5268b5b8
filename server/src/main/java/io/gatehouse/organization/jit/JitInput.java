package io.gatehouse.organization.jit;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;

/** By what people join, and which roles they get. */
interface JitInput {

  /** One more domain. */
  @Input
  record Domain(@Size(min = 1) String emailDomain) {}

  /** The domains, and no others. */
  @Input
  record AllDomains(List<String> emailDomains) {}

  /** More roles. */
  @Input
  record Roles(@Size(min = 1) List<@Size(min = 1) String> organizationRoleIds) {}

  /** More connectors of enterprise single sign-on. */
  @Input
  record Connectors(@Size(min = 1) List<@Size(min = 1) String> ssoConnectorIds) {}

  /** The connectors, and no others. */
  @Input
  record AllConnectors(List<@Size(min = 1) String> ssoConnectorIds) {}

  /** The roles, and no others. */
  @Input
  record AllRoles(List<@Size(min = 1) String> organizationRoleIds) {}
}
