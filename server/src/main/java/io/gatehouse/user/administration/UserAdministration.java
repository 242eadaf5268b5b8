package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.asset.UserAssets;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.credential.Verification;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.UserView;
import io.gatehouse.user.Users;
import io.gatehouse.user.device.TrustedDevices;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What administrators do with people's accounts. */
@Singleton
public class UserAdministration {
  /** In the administrators' audit. */
  static final String NOUN = "user";

  private final Users users;
  private final UserAdministrationStore store;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final TrustedDevices devices;
  private final UserAssets assets;
  private final SignInExperiences experiences;
  private final AdminAudit audit;
  private final HookEvents events;
  private final Db db;
  private final InstantSource clock;

  UserAdministration(
      Users users,
      UserAdministrationStore store,
      PasswordHasher hasher,
      Sessions sessions,
      TrustedDevices devices,
      UserAssets assets,
      SignInExperiences experiences,
      AdminAudit audit,
      HookEvents events,
      Db db,
      InstantSource clock) {
    this.users = users;
    this.store = store;
    this.hasher = hasher;
    this.sessions = sessions;
    this.devices = devices;
    this.assets = assets;
    this.experiences = experiences;
    this.audit = audit;
    this.events = events;
    this.db = db;
    this.clock = clock;
  }

  Slice<SignInUser> list(TenantId tenant, UserFilter filter, Page page) {
    return store.list(tenant, filter, page);
  }

  /** The person, or the end of the request. */
  public SignInUser get(TenantId tenant, String id) {
    return users.forSignIn(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  /** Adds a person; the order of the checks is what clients see. */
  User create(TenantId tenant, Actor actor, UserInput input) {
    if (input.password() != null && input.passwordDigest() != null) {
      throw UserError.PASSWORD_AND_DIGEST.exception();
    }
    if (input.passwordDigest() != null && input.passwordAlgorithm() == null) {
      throw UserError.PASSWORD_ALGORITHM_REQUIRED.exception();
    }
    refuseTaken(
        users.taken(
            tenant,
            identifiers(input.username(), input.primaryEmail(), input.primaryPhone()),
            null),
        List.of(IdentifierType.USERNAME, IdentifierType.EMAIL, IdentifierType.PHONE));
    PasswordHash password = password(input);
    NewUser wanted =
        new NewUser(
            input.username(),
            input.primaryEmail(),
            input.primaryPhone() == null ? null : PhoneNumbers.canonical(input.primaryPhone()),
            input.name() == null || input.name().isEmpty() ? null : input.name(),
            input.avatar(),
            input.profile() == null ? JsonCodec.object() : input.profile().json(),
            input.customData() == null ? JsonCodec.object() : input.customData(),
            password,
            Map.of(),
            null,
            JsonCodec.object());
    return db.transaction(
        tenant,
        () -> {
          User made = users.create(tenant, wanted);
          audit.record(tenant, actor, AdminChange.created(NOUN, made.id(), UserView.of(made)));
          return made;
        });
  }

  public User change(TenantId tenant, Actor actor, String id, UserPatch wanted) {
    try {
      return db.transaction(
          tenant,
          () -> {
            User before = locked(tenant, id);
            refuseTaken(
                users.taken(
                    tenant,
                    identifiers(
                        wanted.username().value(),
                        wanted.primaryEmail().value(),
                        wanted.primaryPhone().value()),
                    id),
                List.of(IdentifierType.EMAIL, IdentifierType.PHONE, IdentifierType.USERNAME));
            if (wanted.isEmpty()) {
              throw EntityError.INVALID_INPUT.exception();
            }
            store.update(
                tenant, id, PhoneNumbers.canonical(wanted), users.caseSensitive(tenant), now());
            User after = users.find(tenant, id).orElseThrow();
            if (!addresses(before).equals(addresses(after))) {
              devices.removeAll(tenant, id);
            }
            audit.record(
                tenant,
                actor,
                AdminChange.updated(NOUN, id, UserView.of(before), UserView.of(after)));
            return after;
          });
    } catch (DbException.Unique e) {
      throw Users.inUse(e).exception();
    }
  }

  /** Where codes for the second step go. */
  private static List<Optional<String>> addresses(User user) {
    return List.of(
        Optional.ofNullable(user.primaryEmail()), Optional.ofNullable(user.primaryPhone()));
  }

  /** Deletes the person with sessions, tokens and everything else that is theirs. */
  public void delete(TenantId tenant, Actor actor, String id) {
    if (actor.kind() == Actor.Kind.User && id.equals(actor.id())) {
      throw UserError.CANNOT_DELETE_SELF.exception();
    }
    db.transaction(
        tenant,
        () -> {
          User before = locked(tenant, id);
          sessions.endAll(tenant, id);
          store.delete(tenant, id);
          assets.dropAll(tenant, id);
          audit.record(tenant, actor, AdminChange.deleted(NOUN, id, UserView.of(before)));
          events.tell(HookEvent.USER_DELETED, id, Map.of("data", Users.members(before)));
        });
  }

  public User mergeCustomData(TenantId tenant, Actor actor, String id, ObjectNode members) {
    return changing(
        tenant,
        actor,
        id,
        "custom_data.updated",
        () -> store.mergeCustomData(tenant, id, members, now()));
  }

  public User mergeProfile(TenantId tenant, Actor actor, String id, ObjectNode members) {
    return changing(
        tenant, actor, id, "profile.updated", () -> store.mergeProfile(tenant, id, members, now()));
  }

  /** Sets a password; the tenant's policy is for people, not for administrators. */
  public User setPassword(TenantId tenant, Actor actor, String id, String password) {
    get(tenant, id);
    return setPassword(tenant, actor, id, hasher.hash(password));
  }

  /** Sets a password whose hash was made before, as the hashing takes its time. */
  public User setPassword(TenantId tenant, Actor actor, String id, PasswordHash hash) {
    return changing(
        tenant,
        actor,
        id,
        "password.updated",
        () -> {
          boolean found = store.setPassword(tenant, id, hash, now());
          if (found) {
            devices.removeAll(tenant, id);
          }
          return found;
        });
  }

  /** Whether the password is the person's; ends the request when it is not. */
  public void verifyPassword(TenantId tenant, String id, String password) {
    PasswordHash stored = get(tenant, id).password();
    Verification verification = hasher.verify(stored, password);
    if (stored == null || !verification.matches()) {
      throw UserError.WRONG_PASSWORD.exception();
    }
    if (verification.needsRehash()) {
      users.rehash(tenant, id, stored, hasher.hash(password));
    }
  }

  /**
   * Ends the request unless the person can sign in without this identifier too. Keeps others from
   * changing the person until the caller's transaction ends.
   */
  public void requireAnotherWay(TenantId tenant, String id, IdentifierType removed) {
    User user = locked(tenant, id);
    requireAnother(
        identifiers(
                removed == IdentifierType.USERNAME ? null : user.username(),
                removed == IdentifierType.EMAIL ? null : user.primaryEmail(),
                removed == IdentifierType.PHONE ? null : user.primaryPhone())
            .isEmpty(),
        user.identities().isEmpty(),
        tenant,
        id);
  }

  /** The same for the identity at a social provider. */
  public void requireAnotherWay(TenantId tenant, String id, String removedTarget) {
    User user = locked(tenant, id);
    requireAnother(
        identifiers(user.username(), user.primaryEmail(), user.primaryPhone()).isEmpty(),
        user.identities().keySet().stream().allMatch(removedTarget::equals),
        tenant,
        id);
  }

  private void requireAnother(
      boolean noIdentifier, boolean noIdentity, TenantId tenant, String id) {
    if (noIdentifier && noIdentity && store.ssoIdentities(tenant, id).isEmpty()) {
      throw UserError.LAST_SIGN_IN_METHOD.exception();
    }
  }

  private User locked(TenantId tenant, String id) {
    return store.lock(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  User setPasswordExpired(TenantId tenant, Actor actor, String id, boolean expired) {
    get(tenant, id);
    Policies.PasswordExpiration policy = experiences.of(tenant).passwordExpiration();
    if (expired && (!policy.on() || policy.validPeriodDays() == null)) {
      throw UserError.PASSWORD_EXPIRATION_NOT_ENABLED.exception();
    }
    return changing(
        tenant,
        actor,
        id,
        expired ? "password.expired" : "password.unexpired",
        () -> store.setPasswordExpired(tenant, id, expired, now()));
  }

  /**
   * Shuts a person out, or lets them in again. Who is shut out loses all sessions and tokens, and
   * no browser is trusted any more.
   */
  User setSuspended(TenantId tenant, Actor actor, String id, boolean suspended) {
    return changing(
        tenant,
        actor,
        id,
        suspended ? "suspended" : "unsuspended",
        () -> {
          boolean found = store.setSuspended(tenant, id, suspended, now());
          if (found && suspended) {
            sessions.endAll(tenant, id);
            devices.removeAll(tenant, id);
          }
          return found;
        });
  }

  private User changing(
      TenantId tenant, Actor actor, String id, String verb, BooleanSupplier work) {
    return db.transaction(
        tenant,
        () -> {
          User before = locked(tenant, id);
          if (!work.getAsBoolean()) {
            throw EntityError.NOT_FOUND.exception();
          }
          User after = users.find(tenant, id).orElseThrow();
          audit.record(
              tenant,
              actor,
              AdminChange.changed(NOUN, id, verb, UserView.of(before), UserView.of(after)));
          return after;
        });
  }

  private @Nullable PasswordHash password(UserInput input) {
    if (input.password() != null) {
      return hasher.hash(input.password());
    }
    if (input.passwordDigest() == null || input.passwordAlgorithm() == null) {
      return null;
    }
    return PasswordHash.imported(input.passwordAlgorithm(), input.passwordDigest());
  }

  private static List<Identifier> identifiers(
      @Nullable String username, @Nullable String email, @Nullable String phone) {
    List<Identifier> identifiers = new ArrayList<>();
    Optional.ofNullable(username).map(Identifier::username).ifPresent(identifiers::add);
    Optional.ofNullable(email).map(Identifier::email).ifPresent(identifiers::add);
    Optional.ofNullable(phone).map(Identifier::phone).ifPresent(identifiers::add);
    return identifiers;
  }

  private static void refuseTaken(List<IdentifierType> taken, List<IdentifierType> order) {
    for (IdentifierType type : order) {
      if (taken.contains(type)) {
        throw UserError.inUse(type).exception();
      }
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
