package io.gatehouse.access.role;

import io.gatehouse.platform.list.Search;
import java.util.Optional;

/**
 * Which roles a list shows.
 *
 * @param excludeUserId not those that this user has
 * @param excludeApplicationId not those that this application has
 */
record RoleFilter(
    Search search,
    Optional<RoleType> type,
    Optional<String> excludeUserId,
    Optional<String> excludeApplicationId) {}
