package io.gatehouse.access.role;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A role in a list, with who has it.
 *
 * @param featuredUsers at most three: {@code id}, {@code avatar}, {@code name}
 * @param featuredApplications at most three: {@code id}, {@code name}, {@code type}
 */
record RoleListing(
    @JsonUnwrapped Role role,
    long usersCount,
    JsonNode featuredUsers,
    long applicationsCount,
    JsonNode featuredApplications) {}
