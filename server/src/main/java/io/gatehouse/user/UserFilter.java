package io.gatehouse.user;

import io.gatehouse.platform.list.Search;
import java.util.Optional;

/**
 * Which people a list shows.
 *
 * @param excludeRoleId not those who have this role
 * @param excludeOrganizationId not the members of this organization
 */
record UserFilter(
    Search search, Optional<String> excludeRoleId, Optional<String> excludeOrganizationId) {
  boolean isEmpty() {
    return search.isEmpty() && excludeRoleId.isEmpty() && excludeOrganizationId.isEmpty();
  }
}
