package io.gatehouse.administrator;

import io.gatehouse.access.role.holder.HeldRoles;
import io.gatehouse.access.role.holder.RoleHolder;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Makes administrators of the tenant {@code default}. */
@Singleton
public class Administrators {
  private static final String ADMINISTRATES_DEFAULT = "default-admin-role";

  private final Users users;
  private final HeldRoles roles;
  private final SignInExperiences experiences;
  private final Db db;

  Administrators(Users users, HeldRoles roles, SignInExperiences experiences, Db db) {
    this.users = users;
    this.roles = roles;
    this.experiences = experiences;
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

  /** Makes an administrator; with that nobody waits for a first one any more. */
  public User create(NewUser wanted) {
    return db.transaction(
        TenantId.ADMIN,
        () -> {
          experiences.closeRegistration(TenantId.ADMIN);
          return inCharge(wanted);
        });
  }

  private User inCharge(NewUser wanted) {
    User user = users.create(TenantId.ADMIN, wanted);
    roles.add(TenantId.ADMIN, new RoleHolder.User(user.id()), List.of(ADMINISTRATES_DEFAULT));
    return user;
  }
}
