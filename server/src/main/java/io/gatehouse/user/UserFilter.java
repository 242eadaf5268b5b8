package io.gatehouse.user;

import io.gatehouse.platform.list.Search;
import java.util.Optional;

/**
 * Which people a list shows.
 *
 * @param excludeRoleId not those who have this role
 */
record UserFilter(Search search, Optional<String> excludeRoleId) {
  boolean isEmpty() {
    return search.isEmpty() && excludeRoleId.isEmpty();
  }
}
