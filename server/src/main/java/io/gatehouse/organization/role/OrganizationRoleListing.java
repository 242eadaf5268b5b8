package io.gatehouse.organization.role;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A role in a list, with what it grants.
 *
 * @param scopes of the organization template: {@code id}, {@code name}
 * @param resourceScopes of API resources: {@code id}, {@code name}, {@code resource}
 */
record OrganizationRoleListing(
    @JsonUnwrapped OrganizationRole role, JsonNode scopes, JsonNode resourceScopes) {}
