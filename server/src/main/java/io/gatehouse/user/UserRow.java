package io.gatehouse.user;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.credential.HashMethod;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.mfa.SecondStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

/**
 * Reads a user from a statement that selects {@link #COLUMNS} of a table called {@code u}; others
 * join them to their own.
 */
public final class UserRow {
  private static final String OWN =
      """
      u.id as u_id, u.username as u_username, u.primary_email as u_email, u.primary_phone as u_phone, u.name as u_name,
      u.avatar as u_avatar, u.custom_data as u_custom_data, u.profile as u_profile, u.application_id as u_application_id,
      u.cimd_client_id as u_cimd_client_id, u.is_suspended as u_suspended, u.password_hash is not null as u_has_password,
      u.last_sign_in_at as u_last_sign_in_at, u.created_at as u_created_at, u.updated_at as u_updated_at,
      """;

  /**
   * The columns of a user, prefixed so that they fit beside others. The identities are gathered in
   * the same statement.
   */
  public static final String COLUMNS =
      OWN
          + """
          (select json_object_agg(i.target, json_build_object('userId', i.identity_id, 'details', i.details))
             from user_identities i where i.tenant_id = u.tenant_id and i.user_id = u.id) as u_identities
          """;

  /** The same with what {@link #withPassword} reads besides. */
  public static final String PASSWORD_COLUMNS =
      COLUMNS
          + ", u.password_hash, u.password_method, u.password_updated_at, u.is_password_expired";

  /** The same with what {@link #signIn} reads besides. */
  public static final String SIGN_IN_COLUMNS = PASSWORD_COLUMNS + ", " + SecondStep.COLUMNS;

  private static final TypeReference<Map<String, User.Identity>> IDENTITIES =
      new TypeReference<>() {};

  private UserRow() {}

  /**
   * The same with {@code role_names} and {@code memberships}, for claims: identities, roles and
   * organizations are gathered only where the expression, a scope as it is stored, names them.
   */
  public static String claimsFor(String scope) {
    return OWN
        + """
        case when %1$s like '%%identities%%' then user_identities_of(u.tenant_id, u.id) end as u_identities,
        case when %1$s like '%%roles%%' then user_role_names(u.tenant_id, u.id) end as role_names,
        case when %1$s like '%%:organization%%' then user_memberships(u.tenant_id, u.id) end as memberships
        """
            .formatted(scope);
  }

  public static User read(Row row) throws SQLException {
    String identities = row.textOrNull("u_identities");
    return new User(
        row.text("u_id"),
        row.textOrNull("u_username"),
        row.textOrNull("u_email"),
        row.textOrNull("u_phone"),
        row.textOrNull("u_name"),
        row.textOrNull("u_avatar"),
        (ObjectNode) JsonCodec.tree(row.text("u_custom_data")),
        (ObjectNode) JsonCodec.tree(row.text("u_profile")),
        identities == null ? Map.of() : identities(identities),
        row.textOrNull("u_application_id"),
        row.textOrNull("u_cimd_client_id"),
        row.flag("u_suspended"),
        row.flag("u_has_password"),
        row.instantOrNull("u_last_sign_in_at"),
        row.instant("u_created_at"),
        row.instant("u_updated_at"));
  }

  /** The columns by which a person of an identifier of this type is found, one for each type. */
  public static String keyColumn(IdentifierType type) {
    return switch (type) {
      case USERNAME -> "u.username_key";
      case EMAIL -> "u.email_key";
      case PHONE -> "u.phone_key";
    };
  }

  /** The same with what proves who they are, of {@link #SIGN_IN_COLUMNS}. */
  public static SignInUser signIn(Row row) throws SQLException {
    return withPassword(row, SecondStep.read(row));
  }

  /** The same where only the password is read besides. */
  public static SignInUser withPassword(Row row) throws SQLException {
    return withPassword(row, SecondStep.UNREAD);
  }

  private static SignInUser withPassword(Row row, SecondStep second) throws SQLException {
    String digest = row.textOrNull("password_hash");
    return new SignInUser(
        read(row),
        digest == null
            ? null
            : new PasswordHash(HashMethod.of(row.text("password_method")), digest),
        row.instantOrNull("password_updated_at"),
        row.flag("is_password_expired"),
        second);
  }

  private static Map<String, User.Identity> identities(String json) {
    try {
      return JsonCodec.mapper().readValue(json, IDENTITIES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
