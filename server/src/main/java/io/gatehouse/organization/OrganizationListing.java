package io.gatehouse.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An organization in a list; with some of its members, where that is asked for.
 *
 * @param featuredUsers at most three: {@code id}, {@code avatar}, {@code name}
 */
record OrganizationListing(
    @JsonUnwrapped Organization organization,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long usersCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode featuredUsers) {}
