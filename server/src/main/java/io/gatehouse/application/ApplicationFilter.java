package io.gatehouse.application;

import io.gatehouse.platform.list.Search;
import java.util.List;
import java.util.Optional;

/**
 * Which applications a list shows.
 *
 * @param types none means any
 * @param excludeRoleId not those that have this role
 * @param excludeOrganizationId not those that belong to this organization
 */
record ApplicationFilter(
    Search search,
    List<ApplicationType> types,
    Optional<Boolean> thirdParty,
    Optional<String> excludeRoleId,
    Optional<String> excludeOrganizationId) {}
