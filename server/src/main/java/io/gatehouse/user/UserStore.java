package io.gatehouse.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What signing in reads and writes of people. */
@Singleton
class UserStore {
  private static final String SELECT =
      "select " + UserRow.SIGN_IN_COLUMNS + " from users u where u.tenant_id = ? and ";

  private final Db db;

  UserStore(Db db) {
    this.db = db;
  }

  /** The keys of up to one identifier of each kind. */
  record Keys(@Nullable String username, @Nullable String email, @Nullable String phone) {
    static Keys of(List<Identifier> identifiers, boolean usernamesCaseSensitive) {
      Keys keys = new Keys(null, null, null);
      for (Identifier each : identifiers) {
        String key = UserKeys.of(each, usernamesCaseSensitive);
        keys =
            switch (each.type()) {
              case USERNAME -> new Keys(key, keys.email, keys.phone);
              case EMAIL -> new Keys(keys.username, key, keys.phone);
              case PHONE -> new Keys(keys.username, keys.email, key);
            };
      }
      return keys;
    }
  }

  Optional<SignInUser> find(TenantId tenant, String id) {
    return db.find(tenant, SELECT + "u.id = ?", UserRow::signIn, tenant, id);
  }

  Optional<SignInUser> findByKey(TenantId tenant, IdentifierType type, String key) {
    return db.find(tenant, SELECT + UserRow.keyColumn(type) + " = ?", UserRow::signIn, tenant, key);
  }

  Optional<User> findByIdentity(TenantId tenant, String target, String identityId) {
    return db.find(
        tenant,
        "select "
            + UserRow.COLUMNS
            + """
             from user_identities x join users u on u.tenant_id = x.tenant_id and u.id = x.user_id
            where x.tenant_id = ? and x.target = ? and x.identity_id = ?
            """,
        UserRow::read,
        tenant,
        target,
        identityId);
  }

  List<IdentifierType> taken(TenantId tenant, Keys keys, @Nullable String except) {
    return db.query(
        tenant,
        """
        select 'USERNAME' as type from users where tenant_id = ? and username_key = ? and id is distinct from ?
        union all select 'EMAIL' from users where tenant_id = ? and email_key = ? and id is distinct from ?
        union all select 'PHONE' from users where tenant_id = ? and phone_key = ? and id is distinct from ?
        """,
        row -> IdentifierType.valueOf(row.text("type")),
        tenant,
        keys.username(),
        except,
        tenant,
        keys.email(),
        except,
        tenant,
        keys.phone(),
        except);
  }

  void insert(
      TenantId tenant, String id, NewUser user, boolean usernamesCaseSensitive, Instant now) {
    PasswordHash password = user.password();
    db.update(
        tenant,
        """
        insert into users (tenant_id, id, username, username_key, primary_email, email_key, primary_phone, phone_key,
          name, avatar, profile, custom_data, application_id, cimd_client_id, password_hash, password_method, password_updated_at,
          settings, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        id,
        user.username(),
        usernameKey(user.username(), usernamesCaseSensitive),
        user.email(),
        emailKey(user.email()),
        user.phone(),
        phoneKey(user.phone()),
        user.name(),
        user.avatar(),
        new Jsonb(user.profile().toString()),
        new Jsonb(user.customData().toString()),
        ClientIdUrl.named(user.applicationId()) ? null : user.applicationId(),
        ClientIdUrl.named(user.applicationId()) ? user.applicationId() : null,
        password == null ? null : password.digest(),
        password == null ? null : password.method().label(),
        password == null ? null : now,
        new Jsonb(user.settings().toString()),
        now,
        now);
  }

  /**
   * Gives the roles of everybody, and those of these names; answers how many of these there are.
   */
  int insertDefaultRoles(TenantId tenant, String id, List<String> names) {
    return db.one(
        tenant,
        """
        with given as (
          insert into user_roles (tenant_id, user_id, role_id)
          select tenant_id, ?, id from roles
          where tenant_id = ? and (is_default or name = any (?::text[])) and type = 'User'
          returning tenant_id, role_id)
        select count(*)::int as named from given g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
        where r.name = any (?::text[])
        """,
        row -> row.integer("named"),
        id,
        tenant,
        names,
        names);
  }

  /** Links the identity; the account counts as changed. */
  void putIdentity(TenantId tenant, String id, String target, User.Identity identity, Instant now) {
    db.update(
        tenant,
        """
        with changed as (update users set updated_at = ? where tenant_id = ? and id = ?)
        insert into user_identities (tenant_id, user_id, target, identity_id, details) values (?, ?, ?, ?, ?)
        on conflict (tenant_id, user_id, target)
          do update set identity_id = excluded.identity_id, details = excluded.details
        """,
        now,
        tenant,
        id,
        tenant,
        id,
        target,
        identity.userId(),
        json(identity.details()));
  }

  void update(
      TenantId tenant, String id, UserChange change, boolean usernamesCaseSensitive, Instant now) {
    PasswordHash password = change.password();
    db.update(
        tenant,
        """
        update users set
          username = coalesce(?, username), username_key = coalesce(?, username_key),
          primary_email = coalesce(?, primary_email), email_key = coalesce(?, email_key),
          primary_phone = coalesce(?, primary_phone), phone_key = coalesce(?, phone_key),
          name = coalesce(?, name), avatar = coalesce(?, avatar),
          profile = profile || coalesce(?::jsonb, '{}'), custom_data = custom_data || coalesce(?::jsonb, '{}'),
          password_hash = coalesce(?, password_hash), password_method = coalesce(?, password_method),
          password_updated_at = coalesce(?, password_updated_at),
          is_password_expired = is_password_expired and not ?,
          last_sign_in_at = coalesce(?, last_sign_in_at), updated_at = ?
        where tenant_id = ? and id = ?
        """,
        change.username(),
        usernameKey(change.username(), usernamesCaseSensitive),
        change.email(),
        emailKey(change.email()),
        change.phone(),
        phoneKey(change.phone()),
        change.name(),
        change.avatar(),
        json(change.profile()),
        json(change.customData()),
        password == null ? null : password.digest(),
        password == null ? null : password.method().label(),
        password == null ? null : now,
        password != null,
        change.signedIn() ? now : null,
        now,
        tenant,
        id);
  }

  void rehash(TenantId tenant, String id, PasswordHash old, PasswordHash fresh) {
    db.update(
        tenant,
        """
        update users set password_hash = ?, password_method = ?
        where tenant_id = ? and id = ? and password_hash = ?
        """,
        fresh.digest(),
        fresh.method().label(),
        tenant,
        id,
        old.digest());
  }

  private static @Nullable Jsonb json(@Nullable JsonNode node) {
    return node == null ? null : new Jsonb(node.toString());
  }

  private static @Nullable String usernameKey(@Nullable String name, boolean caseSensitive) {
    return name == null ? null : UserKeys.username(name, caseSensitive);
  }

  private static @Nullable String emailKey(@Nullable String address) {
    return address == null ? null : UserKeys.email(address);
  }

  private static @Nullable String phoneKey(@Nullable String number) {
    return number == null ? null : UserKeys.phone(number);
  }
}
