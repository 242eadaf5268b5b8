package io.gatehouse.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of a tenant, as signing in needs them. */
@Singleton
public class Users {
  private final UserStore store;
  private final Db db;
  private final SignInExperiences experiences;
  private final InstantSource clock;
  private final List<String> defaultRoleNames;

  Users(
      UserStore store,
      Db db,
      SignInExperiences experiences,
      InstantSource clock,
      Settings settings) {
    this.store = store;
    this.db = db;
    this.experiences = experiences;
    this.clock = clock;
    this.defaultRoleNames = settings.userDefaultRoleNames().stream().distinct().toList();
  }

  /** What templates of messages may name of a person. */
  public static ObjectNode told(User user) {
    ObjectNode told =
        JsonCodec.object()
            .put("id", user.id())
            .put("name", user.name())
            .put("username", user.username())
            .put("primaryEmail", user.primaryEmail())
            .put("primaryPhone", user.primaryPhone())
            .put("avatar", user.avatar());
    return told.set("profile", user.profile());
  }

  public Optional<User> find(TenantId tenant, String id) {
    return store.find(tenant, id).map(SignInUser::user);
  }

  /** The person, or the end of the request. */
  public User get(TenantId tenant, String id) {
    return find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  /** The person with what proves who they are. */
  public Optional<SignInUser> forSignIn(TenantId tenant, String id) {
    return store.find(tenant, id);
  }

  /** The same, found by what the person typed. */
  public Optional<SignInUser> forSignIn(TenantId tenant, Identifier identifier) {
    return store.findByKey(tenant, identifier.type(), key(tenant, identifier));
  }

  /** By what an identifier is found. */
  public String key(TenantId tenant, Identifier identifier) {
    return UserKeys.of(identifier, caseSensitive(tenant));
  }

  /** The person behind an account at a social provider. */
  public Optional<User> findByIdentity(TenantId tenant, String target, String identityId) {
    return store.findByIdentity(tenant, target, identityId);
  }

  /** Which of the identifiers belong to somebody other than {@code except}: one statement. */
  public List<IdentifierType> taken(
      TenantId tenant, List<Identifier> identifiers, @Nullable String except) {
    return identifiers.isEmpty()
        ? List.of()
        : store.taken(tenant, UserStore.Keys.of(identifiers, caseSensitive(tenant)), except);
  }

  /**
   * Creates the account with the tenant's default roles.
   *
   * @throws io.gatehouse.platform.error.RequestException when an identifier or identity is somebody
   *     else's
   */
  public User create(TenantId tenant, NewUser wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String id = Ids.shortId();
    boolean usernamesCaseSensitive = caseSensitive(tenant);
    try {
      db.transaction(
          tenant,
          () -> {
            store.insert(tenant, id, wanted, usernamesCaseSensitive, now);
            giveDefaultRoles(tenant, id);
            wanted
                .identities()
                .forEach(
                    (target, identity) -> store.putIdentity(tenant, id, target, identity, now));
          });
    } catch (DbException.Unique e) {
      throw inUse(e).exception();
    }
    return find(tenant, id).orElseThrow();
  }

  private void giveDefaultRoles(TenantId tenant, String id) {
    List<String> names = tenant.equals(TenantId.DEFAULT) ? defaultRoleNames : List.of();
    if (store.insertDefaultRoles(tenant, id, names) < names.size()) {
      throw UserError.DEFAULT_ROLE_MISSING.exception();
    }
  }

  /** Writes what a sign-in has added; one statement when there are no identities among it. */
  public void change(TenantId tenant, String id, UserChange change) {
    boolean usernamesCaseSensitive = caseSensitive(tenant);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      if (change.identities().isEmpty()) {
        store.update(tenant, id, change, usernamesCaseSensitive, now);
      } else {
        db.transaction(
            tenant,
            () -> {
              store.update(tenant, id, change, usernamesCaseSensitive, now);
              change
                  .identities()
                  .forEach(
                      (target, identity) -> store.putIdentity(tenant, id, target, identity, now));
            });
      }
    } catch (DbException.Unique e) {
      throw inUse(e).exception();
    }
  }

  /** Links an identity in the place of what was linked; belongs into the caller's transaction. */
  public void putIdentity(TenantId tenant, String id, String target, User.Identity identity) {
    store.putIdentity(tenant, id, target, identity, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Replaces a hash by a stronger one of the same password, unless it changed meanwhile. */
  public void rehash(TenantId tenant, String id, PasswordHash old, PasswordHash fresh) {
    store.rehash(tenant, id, old, fresh);
  }

  /** The person as hooks are told of them: fifteen members, nothing of credentials. */
  public static ObjectNode members(User user) {
    ObjectNode members = JsonCodec.mapper().valueToTree(UserView.of(user));
    members.remove("hasPassword");
    return members;
  }

  /** Whether usernames that differ in upper and lower case are different. */
  public boolean caseSensitive(TenantId tenant) {
    return experiences.of(tenant).usernamePolicy().caseSensitive();
  }

  /** What to say when a write met what is somebody else's. */
  public static UserError inUse(DbException.Unique e) {
    return switch (e.constraint()) {
      case "users_username" -> UserError.USERNAME_IN_USE;
      case "users_email" -> UserError.EMAIL_IN_USE;
      case "users_phone" -> UserError.PHONE_IN_USE;
      case "user_identities_identity", "user_identities_pkey" -> UserError.IDENTITY_IN_USE;
      default -> throw e;
    };
  }
}
