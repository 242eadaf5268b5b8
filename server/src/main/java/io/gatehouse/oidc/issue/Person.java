package io.gatehouse.oidc.issue;

import io.gatehouse.platform.db.Row;
import io.gatehouse.user.User;
import io.gatehouse.user.UserRow;
import java.sql.SQLException;
import java.util.List;

/**
 * A person with all that claims may tell of them.
 *
 * @param roles by name; none where the scope does not ask
 * @param memberships none where the scope does not ask
 */
public record Person(User user, List<String> roles, Memberships memberships) {

  /** From a row with the columns of {@link UserRow#claimsFor}. */
  public static Person of(Row row) throws SQLException {
    return new Person(
        UserRow.read(row), row.texts("role_names"), Memberships.of(row.textOrNull("memberships")));
  }
}
