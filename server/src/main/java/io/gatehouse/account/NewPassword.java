package io.gatehouse.account;

import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.credential.PasswordOwner;
import io.gatehouse.credential.PasswordRules;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;

/** Checks a password that people choose for their own account. */
@Singleton
public class NewPassword {
  private final SignInExperiences experiences;
  private final PasswordRules rules;
  private final PasswordHasher hasher;

  NewPassword(SignInExperiences experiences, PasswordRules rules, PasswordHasher hasher) {
    this.experiences = experiences;
    this.rules = rules;
    this.hasher = hasher;
  }

  /** The hash of one that the tenant's policy accepts and that is not the present one. */
  public PasswordHash hash(TenantId tenant, SignInUser person, String password) {
    User user = person.user();
    rules.require(
        experiences.of(tenant).passwordPolicy(),
        password,
        new PasswordOwner(user.name(), user.username(), user.primaryEmail(), user.primaryPhone()));
    PasswordHash present = person.password();
    if (present != null && hasher.verify(present, password).matches()) {
      throw StepError.SAME_PASSWORD.exception();
    }
    return hasher.hash(password);
  }
}
