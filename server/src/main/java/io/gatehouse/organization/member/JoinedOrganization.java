package io.gatehouse.organization.member;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.organization.Organization;
import java.util.List;

/** An organization that somebody belongs to, with the roles that they have there. */
public record JoinedOrganization(
    @JsonUnwrapped Organization organization, List<RoleName> organizationRoles) {}
