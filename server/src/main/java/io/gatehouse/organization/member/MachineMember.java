package io.gatehouse.organization.member;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.application.ApplicationView;
import java.util.List;

/** A machine-to-machine application of an organization with the roles that it has there. */
record MachineMember(
    @JsonUnwrapped ApplicationView application, List<RoleName> organizationRoles) {}
