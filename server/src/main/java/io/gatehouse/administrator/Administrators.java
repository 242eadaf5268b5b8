package io.gatehouse.administrator;

import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.holder.HeldRoles;
import io.gatehouse.access.role.holder.RoleHolder;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.UsernameRules;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.credential.PasswordOwner;
import io.gatehouse.credential.PasswordRules;
import io.gatehouse.management.AuthError;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import io.gatehouse.user.administration.UserAdministration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts people in charge of the tenant {@code default}, and takes it from them. */
@Singleton
public class Administrators {
  /** In the administrators' audit. */
  private static final String NOUN = "administrator";

  private static final RoleId ADMINISTRATES_DEFAULT = new RoleId("default-admin-role");

  private final AdministratorStore store;
  private final Users users;
  private final UserAdministration accounts;
  private final HeldRoles roles;
  private final SignInExperiences experiences;
  private final PasswordRules rules;
  private final PasswordHasher hasher;
  private final AdminAudit audit;
  private final Db db;

  Administrators(
      AdministratorStore store,
      Users users,
      UserAdministration accounts,
      HeldRoles roles,
      SignInExperiences experiences,
      PasswordRules rules,
      PasswordHasher hasher,
      AdminAudit audit,
      Db db) {
    this.store = store;
    this.users = users;
    this.accounts = accounts;
    this.roles = roles;
    this.experiences = experiences;
    this.rules = rules;
    this.hasher = hasher;
    this.audit = audit;
    this.db = db;
  }

  /** Whether the next account of this tenant is put in charge. */
  public boolean awaitsTheFirst(TenantId tenant) {
    return tenant.equals(TenantId.ADMIN)
        && !experiences.of(tenant).signsIn()
        && experiences.of(tenant).registers();
  }

  /** Makes the first administrator; empty when somebody else was quicker. */
  public Optional<User> createFirst(NewUser wanted) {
    return db.transaction(
        TenantId.ADMIN,
        () ->
            experiences.closeRegistration(TenantId.ADMIN)
                ? Optional.of(inCharge(wanted))
                : Optional.empty());
  }

  /** Everybody in charge; only for one of them. */
  public List<Administrator> list(Actor actor) {
    List<Administrator> all =
        store.list(TenantId.ADMIN, ADMINISTRATES_DEFAULT).stream().map(Administrator::of).toList();
    if (all.stream().noneMatch(each -> each.id().equals(actor.id()))) {
      throw AuthError.FORBIDDEN.exception();
    }
    return all;
  }

  /**
   * Makes an administrator. On the command line it may be the first, for whom nobody waits then any
   * more.
   */
  public Administrator create(Actor actor, String username, String password) {
    SignInExperience experience = experiences.of(TenantId.ADMIN);
    if (UsernameRules.check(experience.usernamePolicy(), username)
        instanceof UsernameRules.Fault fault) {
      throw fault.exception();
    }
    PasswordOwner owner = new PasswordOwner(null, username, null, null);
    rules.require(experience.passwordPolicy(), password, owner);
    NewUser wanted = account(username, password);
    return db.transaction(
        TenantId.ADMIN,
        () -> {
          if (actor.kind() == Actor.Kind.CommandLine) {
            experiences.closeRegistration(TenantId.ADMIN);
          } else {
            requireInCharge(actor);
          }
          Administrator made = Administrator.of(inCharge(wanted));
          record(actor, AdminChange.created(NOUN, made.id(), made));
          return made;
        });
  }

  /** Dismisses another administrator, and deletes their account with all that is signed in. */
  public void remove(Actor actor, String id) {
    if (id.equals(actor.id())) {
      throw UserError.CANNOT_DELETE_SELF.exception();
    }
    db.transaction(
        TenantId.ADMIN,
        () -> {
          Administrator before = Administrator.of(users.get(TenantId.ADMIN, id));
          if (!store.dismiss(
              TenantId.ADMIN, ADMINISTRATES_DEFAULT, id, String.valueOf(actor.id()))) {
            requireInCharge(actor);
            throw EntityError.NOT_FOUND.exception();
          }
          accounts.delete(TenantId.ADMIN, actor, id);
          record(actor, AdminChange.deleted(NOUN, id, before));
        });
  }

  /** A token outlives a dismissal; being in charge does not. */
  private void requireInCharge(Actor actor) {
    if (!store.keeps(TenantId.ADMIN, ADMINISTRATES_DEFAULT, String.valueOf(actor.id()))) {
      throw AuthError.FORBIDDEN.exception();
    }
  }

  /**
   * Records the change with the people it is about, and then with the tenant whose administrators
   * have changed, where they see it.
   */
  private void record(Actor actor, AdminChange change) {
    audit.record(TenantId.ADMIN, actor, change);
    db.afterCommit(() -> audit.record(TenantId.DEFAULT, actor, change));
  }

  private NewUser account(String username, String password) {
    return new NewUser(
        username,
        null,
        null,
        null,
        null,
        JsonCodec.object(),
        JsonCodec.object(),
        hasher.hash(password),
        Map.of(),
        null,
        JsonCodec.object());
  }

  private User inCharge(NewUser wanted) {
    User user = users.create(TenantId.ADMIN, wanted);
    roles.add(
        TenantId.ADMIN, new RoleHolder.User(user.id()), List.of(ADMINISTRATES_DEFAULT.value()));
    return user;
  }
}
